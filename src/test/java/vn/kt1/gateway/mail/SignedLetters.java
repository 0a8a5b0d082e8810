package vn.kt1.gateway.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.Properties;
import vn.kt1.testing.Mail;
import vn.kt1.testing.Signer;

/** Mails signed by S/MIME, in their very bytes (SYNTHETIC). */
final class SignedLetters {

  private SignedLetters() {}

  /** What is signed: a text and that file. */
  static String part(String name, String content) {
    return """
    Content-Type: multipart/mixed; boundary="in"

    --in
    Content-Type: text/plain

    a text nobody reads
    --in
    Content-Type: text/csv; name="%s"
    Content-Disposition: attachment; filename="%s"
    Content-Transfer-Encoding: base64

    %s
    --in--
    """
        .formatted(name, name, base64(content.getBytes(UTF_8)))
        .replace("\n", "\r\n")
        .replace("\r\r", "\r");
  }

  static MimeMessage detached(String from, String part, byte[] signature) throws Exception {
    return letter(from, detached(part, signature));
  }

  static MimeMessage detached(String from, String part, Signer signer) throws Exception {
    return detached(from, part, signer.sign(part.getBytes(ISO_8859_1), true));
  }

  /** The lines of a mail after its address: a part and the signature over it. */
  static String detached(String part, byte[] signature) {
    return ("Content-Type: multipart/signed; micalg=sha-256; boundary=\"=_out?\";\r\n"
            + "\tprotocol=\"application/pkcs7-signature\"\r\n\r\n"
            + "This is a signed mail.\r\n--=_out?\r\n")
        + part
        + ("\r\n--=_out?\r\nContent-Type: application/pkcs7-signature; name=\"smime.p7s\"\r\n"
            + "Content-Disposition: attachment; filename=\"smime.p7s\"\r\n"
            + "Content-Transfer-Encoding: base64\r\n\r\n")
        + base64(signature)
        + "\r\n--=_out?--\r\n";
  }

  static MimeMessage opaque(String from, byte[] signed) throws Exception {
    return letter(
        from,
        ("Content-Type: application/pkcs7-mime; smime-type=signed-data; name=\"smime.p7m\"\r\n"
                + "Content-Disposition: attachment; filename=\"smime.p7m\"\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n")
            + base64(signed)
            + "\r\n");
  }

  /** SECURITY: what anybody can do to a signed mail: it becomes a part, with another beside. */
  static MimeMessage wrapped(String from, String signed, String part) throws Exception {
    return letter(
        from,
        "Content-Type: multipart/mixed; boundary=\"all\"\r\n\r\n--all\r\n"
            + signed
            + "\r\n--all\r\n"
            + part
            + "\r\n--all--\r\n");
  }

  /** Sent as it is: nothing is written anew, as jakarta.mail would do with what it has not made. */
  static MimeMessage letter(String from, String rest) throws MessagingException {
    String mail =
        "From: <%s>\r\nTo: <%s>\r\nSubject: nobody reads it\r\nMIME-Version: 1.0\r\n"
                .formatted(from, Mail.HAND_OFF)
            + rest;
    return new MimeMessage(
        Session.getInstance(new Properties()),
        new ByteArrayInputStream(mail.getBytes(ISO_8859_1))) {
      @Override
      public void saveChanges() {
        // It has all that it needs.
      }
    };
  }

  private static String base64(byte[] bytes) {
    return Base64.getMimeEncoder().encodeToString(bytes);
  }
}
