package vn.kt1.gateway.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail the gateway owes somebody (CONTRACT, 5). Nothing in it tells the degree of a shipment.
 *
 * @param occasion what makes it one: the same kind to the same recipient on the same occasion is
 *     the same notice, however often it is asked for
 * @param reference the id in the subject line
 * @param recipient who is told, by id; the address is looked up when the mail leaves
 * @param answers the Message-ID of the mail it answers, fit to stand in a header; empty for none
 */
public record Notice(
    Kind kind,
    String occasion,
    String reference,
    Recipient recipient,
    String text,
    List<Attachment> attachments,
    String answers) {

  public Notice {
    attachments = List.copyOf(attachments);
  }

  /** A notice that answers no mail. */
  public Notice(
      Kind kind,
      String occasion,
      String reference,
      Recipient recipient,
      String text,
      @Nullable Attachment attachment) {
    this(
        kind,
        occasion,
        reference,
        recipient,
        text,
        attachment == null ? List.of() : List.of(attachment),
        "");
  }

  /**
   * The kinds of the contract, as they stand in the subject line. Each has its line in {@code
   * dispatch/kinds.csv}. {@code RETURN} is a form that a unit fills in and sends back, not a
   * shipment that comes back.
   */
  public enum Kind {
    /** A mailed hand-off was taken, or the post has taken a shipment over. */
    RECEIPT,
    /** A mailed hand-off was refused, or the post has refused an order. */
    ERROR,
    DELIVERED,
    /** Somebody must act: content was refused, or there is trouble with the post. */
    INCIDENT,
    /** Something waits for too long, or a shipment is not delivered at once: failed, returned. */
    SLA,
    TARIFF,
    RETURN,
    REPORT
  }

  /**
   * A partner, a unit, the Department, another reader of its report, the state-secret officer or
   * the police of a province, or the operators.
   */
  public record Recipient(Role role, String id) {

    /** As {@code dispatch} has it. */
    public static Recipient read(String written) {
      String[] parts = written.split(" ", 2);
      return new Recipient(Role.valueOf(parts[0]), parts[1]);
    }

    String written() {
      return role + " " + id;
    }

    /** As whom somebody is told. */
    public enum Role {
      PARTNER,
      UNIT,
      DEPARTMENT,
      READER,
      OFFICER,
      POLICE,
      OPERATORS
    }

    public static Recipient partner(String id) {
      return new Recipient(Role.PARTNER, id);
    }

    /** The unit's own mailbox, or else that of the partner it hands over by. */
    public static Recipient unit(String code) {
      return new Recipient(Role.UNIT, code);
    }

    public static Recipient police(String province) {
      return new Recipient(Role.POLICE, province);
    }

    public static Recipient department(String province) {
      return new Recipient(Role.DEPARTMENT, province);
    }

    /** Who gets a report beside the Department, by number. */
    public static Recipient reader(String province, int number) {
      return new Recipient(Role.READER, province + " " + number);
    }

    public static Recipient officer(String province) {
      return new Recipient(Role.OFFICER, province);
    }

    public static Recipient operators() {
      return new Recipient(Role.OPERATORS, "operators");
    }
  }

  /** A file of a mail. */
  public record Attachment(String name, String mediaType, byte[] content) {}

  /** The same with a further sentence at its end. */
  public Notice adding(String words) {
    return new Notice(
        kind, occasion, reference, recipient, text + "\n" + words, attachments, answers);
  }

  /** The same as an answer to the mail with that Message-ID; empty for none. */
  public Notice answering(String messageId) {
    return new Notice(kind, occasion, reference, recipient, text, attachments, messageId);
  }

  public String subject() {
    return "[KT1] " + kind + " " + reference;
  }
}
