package vn.kt1.gateway.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.ParseException;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.mail.NotBelieved.Flaw;

/**
 * The bytes of a mail signed by S/MIME (RFC 8551, 3.5): the signed content and its signature, or,
 * if {@code content} is absent, the content within the signature.
 */
record SignedMail(byte @Nullable [] content, byte[] signature) {

  private static final int PARTS = 2;

  /** Reads what the mail's header says of a signature over the whole mail, if there is one. */
  static Optional<ContentType> announced(List<String> contentType) {
    try {
      return contentType.size() == 1
          ? Optional.of(new ContentType(contentType.get(0))).filter(SignedMail::signed)
          : Optional.empty();
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  private static boolean signed(ContentType type) {
    return detached(type)
        ? isSignature(parameter(type, "protocol")) && type.getParameter("boundary") != null
        : (type.match("application/pkcs7-mime") || type.match("application/x-pkcs7-mime"))
            && parameter(type, "smime-type").equals("signed-data");
  }

  private static boolean detached(ContentType type) {
    return type.match("multipart/signed");
  }

  private static boolean isSignature(String type) {
    return type.equals("application/pkcs7-signature")
        || type.equals("application/x-pkcs7-signature");
  }

  private static String parameter(ContentType type, String name) {
    String value = type.getParameter(name);
    return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
  }

  /** The bytes as they are on the server; a signature covers exactly these. */
  static SignedMail of(ContentType type, byte[] mail) throws NotBelieved {
    try {
      return detached(type)
          ? detached(mail, String.valueOf(type.getParameter("boundary")))
          : new SignedMail(null, content(part(mail)));
    } catch (MessagingException | IOException | RuntimeException e) {
      throw new NotBelieved(Flaw.UNREADABLE);
    }
  }

  /** SECURITY: the part that is cut out here is both verified and read; nothing is parsed again. */
  private static SignedMail detached(byte[] mail, String boundary)
      throws NotBelieved, MessagingException, IOException {
    String text = new String(mail, ISO_8859_1);
    Pattern line =
        Pattern.compile("\r\n--" + Pattern.quote(boundary) + "(--)?+[ \t]*+(?=\r\n|\\z)");
    int body = text.indexOf("\r\n\r\n");
    List<MatchResult> cuts =
        line.matcher(text).region(Math.max(body, 0), text.length()).results().toList();
    // SECURITY: exactly two parts; a third one could have been added by somebody else.
    if (cuts.size() != PARTS + 1 || !last(cuts)) {
      throw new NotBelieved(Flaw.UNREADABLE);
    }
    MimePart signature = part(between(mail, cuts.get(1), cuts.get(2)));
    if (!isSignature(
        new ContentType(signature.getContentType()).getBaseType().toLowerCase(Locale.ROOT))) {
      throw new NotBelieved(Flaw.UNREADABLE);
    }
    return new SignedMail(between(mail, cuts.get(0), cuts.get(1)), content(signature));
  }

  private static boolean last(List<MatchResult> cuts) {
    return cuts.get(0).group(1) == null
        && cuts.get(1).group(1) == null
        && cuts.get(2).group(1) != null;
  }

  private static byte[] between(byte[] mail, MatchResult cut, MatchResult next) throws NotBelieved {
    int from = cut.end() + "\r\n".length();
    if (from > next.start()) {
      throw new NotBelieved(Flaw.UNREADABLE);
    }
    return Arrays.copyOfRange(mail, from, next.start());
  }

  static MimePart part(byte[] bytes) throws MessagingException {
    return new MimeBodyPart(new SharedByteArrayInputStream(bytes));
  }

  private static byte[] content(MimePart part) throws MessagingException, IOException {
    try (InputStream content = part.getInputStream()) {
      return content.readAllBytes();
    }
  }
}
