package vn.kt1.gateway.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.text.Composed;

/** The parts of a mail, recognised by the structure only. No part is fetched. */
final class MailParts {

  private static final int DEEPEST = 10;
  private static final int MOST_PARTS = 100;

  private final Map<PartKind, List<Part>> kinds = new EnumMap<>(PartKind.class);
  private boolean answersInvitation;

  private MailParts() {}

  /**
   * @throws Rejected when there are more parts than anybody writes
   */
  static MailParts of(Part mail) throws MessagingException, IOException {
    MailParts parts = new MailParts();
    parts.collect(mail, null, 0);
    return parts;
  }

  private void collect(Part part, @Nullable Part around, int depth)
      throws MessagingException, IOException {
    if (!part.isMimeType("multipart/*")) {
      kinds.computeIfAbsent(PartKind.of(part, around), kind -> new ArrayList<>()).add(part);
      answersInvitation |= AutomaticMail.answersInvitation(part.getContentType());
      return;
    }
    if (depth > DEEPEST || !(part.getContent() instanceof Multipart parts)) {
      throw new Rejected(Fault.of(Code.MALFORMED, "", "mail"));
    }
    if (parts.getCount() > MOST_PARTS) {
      throw new Rejected(Fault.of(Code.TOO_MANY, "", "mail-parts"));
    }
    for (int i = 0; i < parts.getCount(); i++) {
      collect(parts.getBodyPart(i), part, depth + 1);
    }
  }

  List<Part> of(PartKind kind) {
    return kinds.getOrDefault(kind, List.of());
  }

  /** Whether there is no file at all, not even one we cannot read. */
  boolean withoutFile() {
    return of(PartKind.HAND_OFF).isEmpty()
        && of(PartKind.OTHER).isEmpty()
        && of(PartKind.OUTLOOK).isEmpty();
  }

  /** Whether a part is skipped unread that may hold content. */
  boolean somethingBeside() {
    return !of(PartKind.BESIDE).isEmpty() || !of(PartKind.OUTLOOK).isEmpty();
  }

  boolean answersInvitation() {
    return answersInvitation;
  }

  /** The file name as its sender sees it; empty when it is missing or unreadable. */
  static String name(Part part) throws MessagingException {
    String written = part.getFileName();
    try {
      return written == null ? "" : Composed.nfc(MimeUtility.decodeText(written));
    } catch (UnsupportedEncodingException e) {
      return "";
    }
  }
}
