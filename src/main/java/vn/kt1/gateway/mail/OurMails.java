package vn.kt1.gateway.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.util.List;
import java.util.regex.Pattern;

/** The ids of the mails we send; an answer to one of them is recognised by its id. */
final class OurMails {

  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final String domain;
  private final Pattern id;

  /** {@code from} is our address. */
  OurMails(String from) {
    this.domain = from.substring(from.lastIndexOf('@') + 1);
    this.id =
        Pattern.compile("<" + UUID + "@" + Pattern.quote(domain) + ">", Pattern.CASE_INSENSITIVE);
  }

  String id(String noticeId) {
    return "<" + noticeId + "@" + domain + ">";
  }

  boolean answeredBy(Message mail) throws MessagingException {
    for (String header : List.of("In-Reply-To", "References")) {
      if (MailOrigin.header(mail, header).stream().anyMatch(ids -> id.matcher(ids).find())) {
        return true;
      }
    }
    return false;
  }
}
