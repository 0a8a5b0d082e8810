package vn.kt1.gateway.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.text.DegreeWords;
import vn.kt1.gateway.text.FileName;

/** The one file attached to a mail. The text of the mail is never fetched. */
record MailFile(String name, byte[] content) {

  /**
   * The hand-off file; if there is a file of another kind, that one, so that it is judged.
   *
   * @throws Rejected {@code missing-field}, {@code too-many}, {@code too-large}, {@code file-name},
   *     {@code unsupported-media-type}
   */
  static MailFile of(MailParts parts, long largest) throws MessagingException, IOException {
    if (!parts.of(PartKind.OTHER).isEmpty()) {
      return other(parts.of(PartKind.OTHER), largest);
    }
    List<Part> files = parts.of(PartKind.HAND_OFF);
    if (files.isEmpty()) {
      throw new Rejected(
          parts.of(PartKind.OUTLOOK).isEmpty()
              ? Fault.of(Code.MISSING_FIELD, "", "mail-attachment")
              : Fault.of(Code.UNSUPPORTED_MEDIA_TYPE, "", "outlook"));
    }
    if (files.size() > 1) {
      throw new Rejected(Fault.of(Code.TOO_MANY, "", "mail-attachments"));
    }
    return handOff(files.get(0), largest);
  }

  /**
   * The name of the only file, where an answer may have it; else null. SECURITY: what breaks the
   * rule for names, or tells of the document or its degree, goes no further.
   */
  static @Nullable String named(MailParts parts) throws MessagingException {
    List<Part> files = parts.of(PartKind.HAND_OFF);
    if (files.size() != 1 || !parts.of(PartKind.OTHER).isEmpty()) {
      return null;
    }
    String name = MailParts.name(files.get(0));
    return FileName.allowed(name)
            && !FileName.tellsOfDocument(name)
            && !DegreeWords.in(name.replaceFirst("\\.[^.]*$", ""))
        ? name
        : null;
  }

  /** Its ending, by which it is read. */
  String language() {
    return FileName.language(name);
  }

  private static MailFile handOff(Part file, long largest) throws MessagingException, IOException {
    String name = MailParts.name(file);
    if (!FileName.allowed(name)) {
      throw new Rejected(Fault.of(Code.FILE_NAME, "", "mail-attachment"));
    }
    // The server states the encoded size, which is larger than the file by a third or more.
    if (file.getSize() > largest * 3 / 2) {
      throw tooLarge(largest);
    }
    byte[] content = beginning(file, largest + 1);
    if (content.length > largest) {
      throw tooLarge(largest);
    }
    return new MailFile(name, content);
  }

  /**
   * Texts come last, because a document says more about the mail. SECURITY: the document's name
   * goes no further.
   */
  private static MailFile other(List<Part> files, long largest)
      throws MessagingException, IOException {
    Part file = files.stream().min(Comparator.comparing(MailFile::text)).orElseThrow();
    return new MailFile("attachment", beginning(file, largest));
  }

  private static boolean text(Part part) {
    try {
      return part.isMimeType("text/*");
    } catch (MessagingException e) {
      return false;
    }
  }

  static Rejected tooLarge(long largest) {
    return new Rejected(Fault.of(Code.TOO_LARGE, "", "mail", String.valueOf(largest >> 10)));
  }

  private static byte[] beginning(Part file, long most) throws MessagingException, IOException {
    try (InputStream content = file.getInputStream()) {
      return content.readNBytes(Math.toIntExact(most));
    }
  }
}
