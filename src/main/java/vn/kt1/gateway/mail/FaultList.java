package vn.kt1.gateway.mail;

import java.util.List;
import java.util.stream.Collectors;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Text;

/**
 * The faults of a mailed hand-off as lines of a text: each with its place and what to do. The file
 * beside the text has them all.
 */
final class FaultList {

  private static final int MOST = 50;

  private FaultList() {}

  static Text of(List<Fault> faults) {
    List<Text> lines = faults.stream().limit(MOST).map(FaultList::line).toList();
    Text listed =
        new Text(
            lines.stream().map(Text::vi).collect(Collectors.joining("\n")),
            lines.stream().map(Text::en).collect(Collectors.joining("\n")));
    int more = faults.size() - lines.size();
    return more == 0 ? listed : Text.of("mail.error.more", listed, String.valueOf(more));
  }

  /** SECURITY: a pointer holds names of our schema and positions, and no word of the sender. */
  private static Text line(Fault fault) {
    Integer row = fault.row();
    if (fault.pointer().isEmpty()) {
      return row == null
          ? Text.of("mail.error.fault", fault.detail())
          : Text.of("mail.error.fault.row", String.valueOf(row), fault.detail());
    }
    return row == null
        ? Text.of("mail.error.fault.place", fault.pointer(), fault.detail())
        : Text.of("mail.error.fault.cell", String.valueOf(row), fault.pointer(), fault.detail());
  }
}
