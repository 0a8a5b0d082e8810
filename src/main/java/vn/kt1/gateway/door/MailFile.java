package vn.kt1.gateway.door;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/** The one file attached to a mail. The text of the mail is never fetched. */
record MailFile(String name, byte[] content) {

  private static final int DEEPEST = 10;
  private static final int MOST_PARTS = 100;

  /**
   * @throws Rejected {@code missing-field}, {@code too-many}, {@code too-large}, {@code file-name}
   */
  static MailFile of(Part mail, long largest) throws MessagingException, IOException {
    List<Part> attached = new ArrayList<>();
    collect(mail, attached, 0);
    if (attached.isEmpty()) {
      throw new Rejected(Fault.of(Code.MISSING_FIELD, "", "mail-attachment"));
    }
    if (attached.size() > 1) {
      throw new Rejected(Fault.of(Code.TOO_MANY, "", "mail-attachments"));
    }
    Part file = attached.get(0);
    String name = name(file.getFileName());
    // The size the server tells is that on the line, where a file is larger by a third and more.
    if (file.getSize() > largest * 3 / 2) {
      throw tooLarge(largest);
    }
    return new MailFile(name, read(file, largest));
  }

  static Rejected tooLarge(long largest) {
    return new Rejected(Fault.of(Code.TOO_LARGE, "", "mail", String.valueOf(largest >> 10)));
  }

  private static void collect(Part part, List<Part> attached, int depth)
      throws MessagingException, IOException {
    if (part.isMimeType("multipart/*")) {
      if (depth > DEEPEST || !(part.getContent() instanceof Multipart parts)) {
        throw new Rejected(Fault.of(Code.MALFORMED, "", "mail"));
      }
      if (parts.getCount() > MOST_PARTS) {
        throw new Rejected(Fault.of(Code.TOO_MANY, "", "mail-attachments"));
      }
      for (int i = 0; i < parts.getCount(); i++) {
        collect(parts.getBodyPart(i), attached, depth + 1);
      }
    } else if (attached(part)) {
      attached.add(part);
    }
  }

  private static boolean attached(Part part) throws MessagingException {
    boolean signature =
        part.isMimeType("application/pkcs7-signature")
            || part.isMimeType("application/x-pkcs7-signature");
    boolean text = part.isMimeType("text/plain") || part.isMimeType("text/html");
    boolean file = part.getFileName() != null || Part.ATTACHMENT.equals(disposition(part));
    return !signature && (file || !text);
  }

  private static @Nullable String disposition(Part part) throws MessagingException {
    String disposition = part.getDisposition();
    return disposition == null ? null : disposition.toLowerCase(java.util.Locale.ROOT);
  }

  private static String name(@Nullable String written) throws IOException {
    String name =
        written == null
            ? ""
            : Normalizer.normalize(MimeUtility.decodeText(written), Normalizer.Form.NFC);
    if (!FileName.allowed(name)) {
      throw new Rejected(Fault.of(Code.FILE_NAME, "", "mail-attachment"));
    }
    return name;
  }

  private static byte[] read(Part file, long largest) throws MessagingException, IOException {
    try (InputStream content = file.getInputStream()) {
      byte[] bytes = content.readNBytes(Math.toIntExact(largest + 1));
      if (bytes.length > largest) {
        throw tooLarge(largest);
      }
      return bytes;
    }
  }
}
