package vn.kt1.gateway.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Prints a page of ours as PDF: a Thymeleaf template of XHTML on the class path, with what it
 * shows. {@code <object type="image/code128" data-text="…">} is a bar code.
 */
public final class Paper {
  private static final String FONTS = "net/sf/jasperreports/fonts/dejavu/";

  static {
    // SECURITY: the renderer logs parts of the page that it cannot read, and nothing of a page may
    // reach a log.
    XRLog.setLoggingEnabled(false);
  }

  private final SpringTemplateEngine templates = templates();

  /**
   * Returns the bytes of the PDF; the same page with the same values always gives the same bytes.
   *
   * @param title stands in the document's properties and names it
   * @param shown texts from outside go through {@link Printable}
   */
  public byte[] print(String template, String title, Map<String, Object> shown) {
    Context context = new Context();
    context.setVariables(shown);
    String html = templates.process(template, context);
    try (PdfBoxRenderer renderer = builder(html).buildPdfRenderer()) {
      renderer.createPDFWithoutClosing();
      try (PDDocument document = renderer.getPdfDocument()) {
        return bytes(document, title);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the page cannot be printed", e);
    }
  }

  private static PdfRendererBuilder builder(String html) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    forbidResources(builder);
    font(builder, "DejaVu Sans", "DejaVuSans.ttf", 400);
    font(builder, "DejaVu Sans", "DejaVuSans-Bold.ttf", 700);
    font(builder, "DejaVu Serif", "DejaVuSerif.ttf", 400);
    font(builder, "DejaVu Serif", "DejaVuSerif-Bold.ttf", 700);
    DefaultObjectDrawerFactory drawers = new DefaultObjectDrawerFactory();
    drawers.registerDrawer(Code128.TYPE, new Code128());
    builder.useObjectDrawerFactory(drawers);
    builder.withHtmlContent(html, null);
    return builder;
  }

  /** SECURITY: names come from outside; whatever they contain, the page fetches nothing. */
  private static void forbidResources(PdfRendererBuilder builder) {
    builder.useUriResolver((base, uri) -> null);
    for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
      builder.useExternalResourceAccessControl((uri, type) -> false, when);
    }
  }

  private static void font(PdfRendererBuilder builder, String family, String file, int weight) {
    builder.useFont(() -> resource(FONTS + file), family, weight, FontStyle.NORMAL, true);
  }

  private static InputStream resource(String path) {
    InputStream stream = Paper.class.getClassLoader().getResourceAsStream(path);
    if (stream == null) {
      throw new IllegalStateException("missing on the class path: " + path);
    }
    return stream;
  }

  private static byte[] bytes(PDDocument document, String title) throws IOException {
    // Only a title. Without a time, and with a fixed document id, the same page has the same bytes.
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(title);
    document.setDocumentInformation(information);
    document.setDocumentId((long) title.hashCode());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  /**
   * SECURITY: expressions stand in our own page only; what it shows is a value, never evaluated.
   */
  private static SpringTemplateEngine templates() {
    ClassLoaderTemplateResolver resolver =
        new ClassLoaderTemplateResolver(Paper.class.getClassLoader());
    resolver.setTemplateMode(TemplateMode.XML); // what the renderer reads is XML
    resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(resolver);
    return engine;
  }
}
