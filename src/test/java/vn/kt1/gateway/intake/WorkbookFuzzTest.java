package vn.kt1.gateway.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Workbooks whose parts were changed inside: the archive is whole, what it holds is not. */
class WorkbookFuzzTest {

  private static final Path SAMPLES = Path.of("src/test/resources/samples/intake/XlsxLanguage");

  @Property(tries = 1000)
  void a_workbook_changed_inside_is_judged(
      @ForAll("samples") byte[] sample,
      @ForAll @IntRange(max = 12) int part,
      @ForAll @IntRange(max = 3000) int at,
      @ForAll @IntRange(max = 30) int length,
      @ForAll("bits") String by) {
    byte[] bytes = changed(sample, part, at, length, by.getBytes(StandardCharsets.UTF_8));
    Verdict.on(bytes, () -> new Desk().handOver("xlsx", "HP-1.xlsx", bytes));
  }

  @Property(tries = 500)
  void a_workbook_cut_or_overwritten_is_judged(
      @ForAll("samples") byte[] sample, @ForAll @IntRange(max = 6000) int at, @ForAll byte by) {
    byte[] bytes = sample.clone();
    bytes[at % bytes.length] = by;
    Verdict.on(bytes, () -> new Desk().handOver("xlsx", "HP-1.xlsx", bytes));
  }

  /** The archive again, with a piece of that part replaced. */
  private static byte[] changed(byte[] archive, int part, int at, int length, byte[] by) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(archive));
        ZipOutputStream to = new ZipOutputStream(bytes)) {
      int number = 0;
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        byte[] whole = from.readAllBytes();
        int start = Math.min(at, whole.length);
        int end = Math.min(start + length, whole.length);
        boolean chosen = number++ == part;
        to.write(whole, 0, chosen ? start : whole.length);
        if (chosen) {
          to.write(by);
          to.write(whole, end, whole.length - end);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Provide
  Arbitrary<byte[]> samples() {
    return Arbitraries.of(
            "minimal", "times-as-serials", "merged-cells-in-the-rows", "header-of-two-merged-rows")
        .map(name -> bytes(SAMPLES.resolve(name + ".in.xlsx")));
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Provide
  Arbitrary<String> bits() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "",
            "<",
            ">",
            "\"",
            "<c/>",
            "</row>",
            "<row r=\"1048576\">",
            "<c r=\"XFD1\"><v>1</v></c>",
            "<f>1</f>",
            "99999999999",
            "-1",
            "NaN",
            "&a;",
            "&#0;",
            "<!-- -->",
            "<mergeCell ref=\"A1:XFD1048576\"/>",
            "t=\"s\"",
            "t=\"e\"",
            "MẬT",
            "=1+1",
            "../",
            "External"),
        Arbitraries.strings().ofMaxLength(4));
  }
}
