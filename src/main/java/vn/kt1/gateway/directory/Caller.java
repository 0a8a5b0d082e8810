package vn.kt1.gateway.directory;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who asks: a partner or a person, with the units or the province they act for. */
public record Caller(String name, Role role, Set<String> units, @Nullable String province) {

  /** Roles of the contract, and {@code PARTNER} for a machine. */
  public enum Role {
    PARTNER,
    CLERK,
    OPERATOR,
    POLICY_OFFICER,
    AUDITOR,
    VIEWER,
    DEPARTMENT,
    ADMIN,
    /** Scrapes the figures of the management port, and may do nothing else. */
    MONITOR
  }

  public Caller {
    units = Set.copyOf(units);
  }

  /** In whose name hand-offs are numbered: ids are unique per partner, or per unit for a clerk. */
  public String handOffOwner() {
    return role == Role.CLERK ? "clerk:" + units.iterator().next() : name;
  }

  public boolean readsAll() {
    return switch (role) {
      case OPERATOR, POLICY_OFFICER, AUDITOR, VIEWER -> true;
      default -> false;
    };
  }

  /** Whether the caller may cancel a shipment that unit sent. */
  public boolean mayCancel(String senderCode) {
    return switch (role) {
      case OPERATOR, POLICY_OFFICER -> true;
      case PARTNER, CLERK -> units.contains(senderCode);
      default -> false;
    };
  }

  /** Whether the caller may withdraw an event that was wrong. */
  public boolean mayCorrect() {
    return role == Role.OPERATOR || role == Role.POLICY_OFFICER;
  }

  /** Whether degree data may be shown to the caller, of a shipment that unit sent. */
  public boolean seesDegree(String senderCode) {
    return switch (role) {
      case OPERATOR, POLICY_OFFICER, DEPARTMENT -> true;
      case PARTNER, CLERK -> units.contains(senderCode);
      default -> false;
    };
  }
}
