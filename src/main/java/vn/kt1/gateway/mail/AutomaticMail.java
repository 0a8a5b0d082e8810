package vn.kt1.gateway.mail;

import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.ParseException;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells whether a machine has written a mail (RFC 3834, and older habits of programs). Only headers
 * are read, because the structure of a stranger's mail can break the connection.
 */
final class AutomaticMail {

  /** Headers of robots and lists; any value but "no". */
  private static final Pattern ROBOT =
      Pattern.compile(
          "list-.+|x-auto-?(reply|respond|response-from|forward).*|x-mail-?auto-?(reply|respond).*"
              + "|x-loop|x-vacation.*|x-failed-recipients|x-ms-exchange-inbox-rules-loop"
              + "|x-ms-exchange-generated-message-source",
          Pattern.CASE_INSENSITIVE);

  /** Headers of programs that send by themselves. */
  private static final Pattern PROGRAM =
      Pattern.compile(
          "(x-)?auto-?generated.*|x-fc-machinegenerated|x-cron-env", Pattern.CASE_INSENSITIVE);

  private static final String GENERATED = "auto-generated";
  private static final Set<String> OF_ROBOTS = Set.of("autoreply", "list", "junk");

  private static final Pattern MAIL_SERVER =
      Pattern.compile("(mailer-daemon|postmaster|auto-?reply|auto-?respond(er)?|bounces?)@.*");

  private static final Pattern NO_REPLY = Pattern.compile("(no|do-?not)-?reply@.*");

  private AutomaticMail() {}

  /**
   * An auto-responder, a mailing list or a mail server wrote the mail. It is no hand-off, whatever
   * it holds.
   */
  static boolean byRobot(Message mail, String from) throws MessagingException {
    return anyMatch(
            mail, "Auto-Submitted", value -> !Set.of("no", GENERATED).contains(first(value)))
        || anyMatch(mail, "Return-Path", value -> value.replace(" ", "").equals("<>"))
        || anyMatch(mail, "Precedence", value -> OF_ROBOTS.contains(joined(value)))
        || anyMatch(mail, "Delivered-To", value -> value.startsWith("autoresponder"))
        || anyMatch(mail, "Content-Type", AutomaticMail::aboutAnother)
        || MAIL_SERVER.matcher(sender(from)).matches()
        || marked(mail, ROBOT);
  }

  /**
   * A program sent the mail by itself, as an e-office may. It may be a hand-off, but nobody is
   * answered.
   */
  static boolean byProgram(Message mail, String from) throws MessagingException {
    return anyMatch(mail, "Auto-Submitted", value -> first(value).equals(GENERATED))
        || anyMatch(mail, "Precedence", value -> joined(value).equals("bulk"))
        || anyMatch(mail, "X-Auto-Response-Suppress", AutomaticMail::wantsNoAnswer)
        || NO_REPLY.matcher(sender(from)).matches()
        || marked(mail, PROGRAM);
  }

  private static boolean marked(Message mail, Pattern mark) throws MessagingException {
    Enumeration<Header> headers = mail.getAllHeaders();
    while (headers.hasMoreElements()) {
      Header header = headers.nextElement();
      if (mark.matcher(header.getName().strip()).matches()
          && !Set.of("no", "false", "0").contains(folded(header.getValue()))) {
        return true;
      }
    }
    return false;
  }

  private static String sender(String from) {
    return folded(from).replace('_', '-');
  }

  private static String joined(String precedence) {
    return precedence.replaceAll("[-_ ]", "");
  }

  /** The sender asks machines not to answer; we are one. */
  private static boolean wantsNoAnswer(String suppressed) {
    return Arrays.stream(suppressed.split(","))
        .map(String::strip)
        .anyMatch(Set.of("all", "autoreply")::contains);
  }

  /** A bounce, a read receipt, or an answer to an invitation. */
  private static boolean aboutAnother(String contentType) {
    return contentType.startsWith("multipart/report")
        || contentType.startsWith("message/delivery-status")
        || contentType.startsWith("message/disposition-notification")
        || answersInvitation(contentType);
  }

  static boolean answersInvitation(String contentType) {
    try {
      ContentType type = new ContentType(contentType);
      String method = type.getParameter("method");
      return type.match("text/calendar")
          && method != null
          && Set.of("reply", "counter", "refresh").contains(folded(method));
    } catch (ParseException e) {
      return false;
    }
  }

  private interface Test {
    boolean of(String folded);
  }

  private static boolean anyMatch(Message mail, String name, Test test) throws MessagingException {
    for (String value : MailOrigin.header(mail, name)) {
      if (test.of(folded(value))) {
        return true;
      }
    }
    return false;
  }

  private static String first(String value) {
    return value.split("[\\s;(]", 2)[0];
  }

  private static String folded(String value) {
    return value.strip().toLowerCase(Locale.ROOT);
  }
}
