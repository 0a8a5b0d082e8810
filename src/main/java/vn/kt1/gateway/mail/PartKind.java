package vn.kt1.gateway.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimePart;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Conventions;
import vn.kt1.gateway.text.FileName;

/** The kind of one part of a mail, by its place, type and name. Its content is not fetched. */
enum PartKind {
  /** Text for people, or a signature over the mail. */
  WORDS,
  /**
   * What mail programs add: a logo, an invitation, a business card, a checksum, our own answers.
   */
  BESIDE,
  /** A file we may read; also one without a name, so that its sender is told. */
  HAND_OFF,
  /** Outlook's rich text: it contains the files in a form that only Outlook reads. */
  OUTLOOK,
  /** Any other file; it may hold content. */
  OTHER;

  private static final Pattern BESIDE_BY_NAME =
      Pattern.compile(
          "receipt\\.json|error\\.json" // ours, in an answer to us
              + "|att\\d{2,}\\.(txt|html?)"
              + "|.*\\.(vcf|ics)"
              + "|signature\\.asc|openpgp_[a-z0-9_]+\\.asc");

  private static final Pattern PICTURE =
      Pattern.compile(".*\\.(png|jpe?g|gif|bmp|svg|webp|emz|wmz)");

  private static final Pattern WINMAIL = Pattern.compile("winmail\\.dat|win\\.dat");

  /** The encoded size, larger than the file by a third; a logo is smaller than this. */
  private static final int SMALL = 350 << 10;

  static PartKind of(Part part, @Nullable Part around) throws MessagingException {
    String name = MailParts.name(part).toLowerCase(Locale.ROOT);
    if (signature(part, name)) {
      return WORDS;
    }
    // The second part of a Macintosh file has the same name as the file.
    if (is(part, "application/applefile") || (beside(part, name, around) && small(part))) {
      return BESIDE;
    }
    if (handOff(name)) {
      return HAND_OFF;
    }
    if (is(part, "application/ms-tnef", "application/vnd.ms-tnef")
        || WINMAIL.matcher(name).matches()) {
      return OUTLOOK;
    }
    if (text(part) && !attached(part) && name.isEmpty()) {
      return WORDS;
    }
    return name.isEmpty() && !document(part) ? HAND_OFF : OTHER;
  }

  private static boolean handOff(String name) {
    return Conventions.ALL_LANGUAGES.contains(FileName.language(name));
  }

  private static boolean signature(Part part, String name) throws MessagingException {
    return is(
            part,
            "application/pkcs7-signature",
            "application/x-pkcs7-signature",
            "application/pgp-signature")
        || name.equals("smime.p7s");
  }

  private static boolean beside(Part part, String name, @Nullable Part around)
      throws MessagingException {
    return BESIDE_BY_NAME.matcher(name).matches()
        || FileName.digest(name)
        || (!handOff(name)
            && (is(part, "text/calendar", "application/ics", "text/vcard", "text/x-vcard")
                || is(part, "application/pgp-keys")
                || picture(part, name, around)
                || formOfTheText(part, around)
                || partOfReport(part, around)));
  }

  /** Whether the picture is shown within the text, like a logo, and is not attached. */
  private static boolean picture(Part part, String name, @Nullable Part around)
      throws MessagingException {
    boolean picture = is(part, "image/*") || PICTURE.matcher(name).matches();
    boolean shown = part instanceof MimePart mime && mime.getContentID() != null;
    boolean within = around != null && is(around, "multipart/related");
    return picture && shown && (within || !attached(part));
  }

  private static boolean formOfTheText(Part part, @Nullable Part around) throws MessagingException {
    return around != null
        && is(around, "multipart/alternative")
        && !attached(part)
        && (is(part, "application/rtf", "application/x-rtf")
            || (is(part, "text/*") && !text(part)));
  }

  private static boolean partOfReport(Part part, @Nullable Part around) throws MessagingException {
    return around != null
        && is(around, "multipart/report")
        && is(part, "message/*", "text/rfc822-headers");
  }

  private static boolean document(Part part) throws MessagingException {
    return is(part, "image/*", "audio/*", "video/*", "application/pdf", "application/msword");
  }

  private static boolean small(Part part) throws MessagingException {
    return part.getSize() <= SMALL;
  }

  private static boolean text(Part part) throws MessagingException {
    return is(part, "text/plain", "text/html");
  }

  private static boolean attached(Part part) throws MessagingException {
    return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
  }

  private static boolean is(Part part, String... types) throws MessagingException {
    for (String type : types) {
      if (part.isMimeType(type)) {
        return true;
      }
    }
    return false;
  }
}
