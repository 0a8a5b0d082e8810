package vn.kt1.gateway.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kt1.gateway.report.KeptReport.Form;
import vn.kt1.gateway.report.Report.Kind;
import vn.kt1.gateway.report.Report.Stage;
import vn.kt1.gateway.report.figures.SeededYear;
import vn.kt1.testing.Database;

/** The letter as an office program shows it. {@code .ci/run nightly} installs the program. */
@Tag("nightly")
class LetterInLibreOfficeIT {

  /** As the bars are filled, within what a page of 50 dpi keeps of it. */
  private static final int BLUE = 0x4a6fa5;

  private static final int NEAR = 24;

  @TempDir private Path folder;

  @Test
  void it_opens_says_its_words_and_draws_its_charts() throws Exception {
    assumeTrue(installed(), "soffice is not installed: .ci/run nightly");
    Path letter = folder.resolve("letter.docx");
    try (Database database = Database.fresh();
        ReportRoom room = new ReportRoom(database)) {
      SeededYear.write(database.owner(), 2026, 300, 5);
      room.clock.set("2026-12-03T07:00:00+07:00");
      Report report =
          room.get(Reports.class)
              .mailed("hai-phong", 2026, Kind.TO_DEPARTMENT, Stage.PRELIMINARY)
              .versioned(1);
      Files.write(letter, room.get(ReportDocuments.class).one(report, Form.DOCX));
    }
    convert(letter);
    try (PDDocument pdf = Loader.loadPDF(folder.resolve("letter.pdf").toFile())) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "BÁO CÁO", "Kính gửi", "Nơi nhận");
      assertThat(blue(pdf)).as("filled bars").isGreaterThan(200);
    }
  }

  private static boolean installed() {
    return Files.isExecutable(Path.of("/usr/bin/soffice"));
  }

  private void convert(Path letter) throws IOException, InterruptedException {
    Process office =
        new ProcessBuilder(
                "/usr/bin/soffice",
                "-env:UserInstallation=file://" + folder.resolve("profile"),
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder.toString(),
                letter.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("office.log").toFile())
            .start();
    assertThat(office.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(office.exitValue()).isZero();
  }

  private static int blue(PDDocument pdf) throws IOException {
    int found = 0;
    PDFRenderer pages = new PDFRenderer(pdf);
    for (int page = 0; page < pdf.getNumberOfPages(); page++) {
      BufferedImage image = pages.renderImageWithDPI(page, 50);
      for (int x = 0; x < image.getWidth(); x++) {
        for (int y = 0; y < image.getHeight(); y++) {
          found += near(image.getRGB(x, y)) ? 1 : 0;
        }
      }
    }
    return found;
  }

  private static boolean near(int rgb) {
    for (int shift = 0; shift <= 16; shift += 8) {
      if (Math.abs((rgb >> shift & 0xff) - (BLUE >> shift & 0xff)) > NEAR) {
        return false;
      }
    }
    return true;
  }
}
