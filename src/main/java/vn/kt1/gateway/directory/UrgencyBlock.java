package vn.kt1.gateway.directory;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.kt1.gateway.directory.YamlBlock.Scalar;
import vn.kt1.gateway.shipment.Urgency;

/**
 * The block {@code urgency} of a province's file: as what an urgency without a class in KT1 is
 * ordered of the post. No circular says it, so a province has to.
 */
final class UrgencyBlock {

  private static final List<String> WRITTEN =
      List.of(Urgency.URGENT.name(), Urgency.VERY_URGENT.name());
  private static final List<String> ORDERED =
      List.of(Urgency.NORMAL.name(), Urgency.EXPRESS.name());

  private UrgencyBlock() {}

  /** Without those ordered as NORMAL: that is what happens without a word too. */
  static Map<Urgency, Urgency> read(Path file, List<BadConfiguration.Fault> faults) {
    YamlBlock all = YamlBlock.of(file, faults);
    YamlBlock block = all == null ? null : all.block("urgency");
    Map<Urgency, Urgency> haste = new EnumMap<>(Urgency.class);
    if (block != null) {
      block.onlyKeys(WRITTEN);
      for (String written : WRITTEN) {
        Scalar ordered = block.text(written);
        if (ordered != null && allowed(block, ordered) && !ordered.text().equals("NORMAL")) {
          haste.put(Urgency.valueOf(written), Urgency.valueOf(ordered.text()));
        }
      }
    }
    return haste;
  }

  private static boolean allowed(YamlBlock block, Scalar ordered) {
    if (ordered.text().endsWith("TIMED")) {
      block.fault(
          ordered.line(),
          ordered.text() + " needs a time of delivery, which the envelope does not bear",
          "one of EXPRESS, NORMAL");
    } else if (!ORDERED.contains(ordered.text())) {
      block.fault(
          ordered.line(),
          ordered.text() + " is nothing an urgency can be ordered as",
          DidYouMean.of(ordered.text(), ORDERED));
    }
    return ORDERED.contains(ordered.text());
  }
}
