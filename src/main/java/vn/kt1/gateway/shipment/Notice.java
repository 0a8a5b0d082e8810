package vn.kt1.gateway.shipment;

import org.jspecify.annotations.Nullable;

/**
 * A mail the gateway owes somebody (CONTRACT, 5). Nothing in it tells the degree of a shipment.
 *
 * @param occasion what makes it one: the same kind to the same recipient on the same occasion is
 *     the same notice, however often it is asked for
 * @param reference the id in the subject line
 * @param recipient who is told, by id; the address is looked up when the mail leaves
 */
public record Notice(
    Kind kind,
    String occasion,
    String reference,
    Recipient recipient,
    String text,
    @Nullable Attachment attachment) {

  /** The kinds of the contract, as they stand in the subject line. */
  public enum Kind {
    RECEIPT,
    ERROR,
    DELIVERED,
    INCIDENT,
    SLA,
    TARIFF,
    RETURN,
    REPORT
  }

  /** A partner, or the department of a province. */
  public record Recipient(Role role, String id) {
    /** As whom somebody is told. */
    public enum Role {
      PARTNER,
      DEPARTMENT
    }

    public static Recipient partner(String id) {
      return new Recipient(Role.PARTNER, id);
    }

    public static Recipient department(String province) {
      return new Recipient(Role.DEPARTMENT, province);
    }
  }

  /** The one file of a mail. */
  public record Attachment(String name, String mediaType, byte[] content) {}

  public String subject() {
    return "[KT1] " + kind + " " + reference;
  }
}
