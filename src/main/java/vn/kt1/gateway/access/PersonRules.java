package vn.kt1.gateway.access;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import vn.kt1.gateway.access.People.Wanted;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.VietnamTime;

/**
 * Which logins are allowed. A role without its unit or province would see nothing, or be taken for
 * another role.
 */
final class PersonRules {

  private final Directory directory;
  private final Clock clock;
  private final boolean strangersKnown;

  PersonRules(Directory directory, Clock clock, boolean strangersKnown) {
    this.directory = directory;
    this.clock = clock;
    this.strangersKnown = strangersKnown;
  }

  /**
   * @param hasPassword whether the login has a password already
   * @throws Rejected with every fault
   */
  void check(Wanted wanted, boolean hasPassword) {
    List<Fault> faults = new ArrayList<>();
    if (!Logins.isName(wanted.name())) {
      faults.add(Fault.of(Code.BAD_VALUE, "/name", "login-name"));
    }
    role(wanted, faults);
    password(wanted, hasPassword, faults);
    if (!faults.isEmpty()) {
      throw new Rejected(faults);
    }
  }

  private void role(Wanted wanted, List<Fault> faults) {
    if (wanted.role() == Role.PARTNER) {
      faults.add(Fault.of(Code.BAD_VALUE, "/role", "role-partner"));
    }
    if ((wanted.role() == Role.CLERK) != (wanted.unit() != null)
        || (wanted.unit() != null && !served(wanted.unit()))) {
      faults.add(Fault.of(Code.BAD_VALUE, "/unit", "role-unit"));
    }
    if ((wanted.role() == Role.DEPARTMENT) != (wanted.province() != null)
        || (wanted.province() != null && !directory.hasProvince(wanted.province()))) {
      faults.add(Fault.of(Code.BAD_VALUE, "/province", "role-province"));
    }
  }

  private void password(Wanted wanted, boolean hasPassword, List<Fault> faults) {
    if (wanted.password() != null) {
      PasswordRules.fault(wanted.name(), wanted.password())
          .ifPresent(variant -> faults.add(Fault.of(Code.BAD_VALUE, "/password", variant)));
    } else if (!hasPassword && !strangersKnown) {
      faults.add(Fault.of(Code.MISSING_FIELD, "/password"));
    }
  }

  private boolean served(String unit) {
    return directory
        .unit(unit, VietnamTime.day(clock.instant()))
        .filter(found -> directory.hasProvince(found.province()))
        .isPresent();
  }
}
