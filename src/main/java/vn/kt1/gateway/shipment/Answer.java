package vn.kt1.gateway.shipment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a held shipment. The first three are the sender's side's to say; {@code
 * network} is how it is to travel, an operator's choice. Null: nothing is said of it.
 */
public record Answer(
    @Nullable Secrecy secrecy,
    @Nullable Boolean enteredInRegister,
    @Nullable Recipient recipient,
    @Nullable Network network) {

  /** Says nothing: whoever sends it can only mean what somebody else has proposed. */
  public boolean silent() {
    return fields().isEmpty();
  }

  /** What it speaks of, in the names of the contract. */
  public List<String> fields() {
    List<String> fields = new ArrayList<>();
    add(fields, "secrecy", secrecy);
    add(fields, "enteredInRegister", enteredInRegister);
    add(fields, "recipient", recipient);
    add(fields, "network", network);
    return fields;
  }

  private static void add(List<String> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.add(name);
    }
  }

  /** Whether it says that network and nothing else. */
  public boolean only(Network chosen) {
    return network == chosen && fields().size() == 1;
  }
}
