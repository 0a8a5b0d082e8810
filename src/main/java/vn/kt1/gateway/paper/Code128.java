package vn.kt1.gateway.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Draws an {@code <object type="image/code128" data-text="…">} as filled vector bars. */
final class Code128 implements FSObjectDrawer {
  static final String TYPE = "image/code128";

  /** Four dots of a 300 dpi printer and eight of a 600 dpi one: bars fall on whole dots. */
  private static final double MODULE_POINTS = 0.96;

  @Override
  public @Nullable Map<Shape, String> drawObject(
      Element element,
      double x,
      double y,
      double width,
      double height,
      OutputDevice device,
      RenderingContext context,
      int dotsPerPixel) {
    BitMatrix bars = bars(element.getAttribute("data-text"));
    float dots = dotsPerPixel;
    device.drawWithGraphics(
        (float) x,
        (float) y,
        (float) width / dots,
        (float) height / dots,
        graphics -> draw(bars, graphics, width / dots, height / dots));
    return null;
  }

  private static BitMatrix bars(String text) {
    return new Code128Writer().encode(text, BarcodeFormat.CODE_128, 0, 1);
  }

  private static void draw(BitMatrix bars, Graphics2D graphics, double width, double height) {
    graphics.setColor(Color.BLACK);
    double module = MODULE_POINTS * 96 / 72;
    double left = (width - bars.getWidth() * module) / 2;
    for (int from = 0; from < bars.getWidth(); from++) {
      int to = from;
      while (to < bars.getWidth() && bars.get(to, 0)) {
        to++;
      }
      if (to > from) {
        graphics.fill(
            new Rectangle2D.Double(left + from * module, 0, (to - from) * module, height));
        from = to;
      }
    }
  }
}
