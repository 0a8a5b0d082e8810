package vn.kt1.gateway.ledger;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;

/** The where clause of a read: what the caller may see and what it asks for. */
final class Conditions {

  private final List<String> clauses = new ArrayList<>();
  private final Map<String, Object> parameters = new HashMap<>();

  // SECURITY: every read of what a shipment holds starts from one of these two methods, so no read
  // is possible without a caller.
  static Conditions visibleTo(Caller caller) {
    return of(caller, "s.sender_code in (:units) or s.recipient_code in (:units)");
  }

  /** Only what the caller's own units have sent; for a partner, its own hand-offs. */
  static Conditions sentFor(Caller caller) {
    Conditions own = of(caller, "s.sender_code in (:units)");
    return caller.role() == Role.PARTNER
        ? own.and("h.partner = :partner", "partner", caller.name())
        : own;
  }

  /**
   * What one page looks through, before it reads any shipment. A stage and a unit also have
   * shipments that the caller may not see.
   */
  static Conditions looked(Caller caller, ShipmentQuery query) {
    if (!query.stages(caller).isEmpty()) {
      return visibleTo(caller).andUnit(query);
    }
    return query.unit() == null ? new Conditions() : visibleTo(caller);
  }

  private static Conditions of(Caller caller, String ownUnits) {
    Conditions conditions = new Conditions();
    if (caller.readsAll()) {
      return conditions;
    }
    if (caller.role() == Role.DEPARTMENT) {
      return conditions.and("s.sender_province = :province", "province", caller.province());
    }
    // A login without units sees nothing; an empty list is not valid in SQL.
    Set<String> units = caller.units().isEmpty() ? Set.of("") : caller.units();
    return conditions.and("(" + ownUnits + ")", "units", units);
  }

  Conditions and(String clause, String name, @Nullable Object value) {
    clauses.add(clause);
    parameters.put(name, value);
    return this;
  }

  private Conditions andIf(String clause, String name, @Nullable Object value) {
    return value == null ? this : and(clause, name, value);
  }

  Conditions and(ShipmentQuery query) {
    andUnit(query);
    andIf("h.hand_off_id = :handOffId", "handOffId", query.handOffId());
    andIf("o.order_id = :orderId", "orderId", query.orderId());
    return andOfShipment(query);
  }

  private Conditions andUnit(ShipmentQuery query) {
    return andIf("(s.sender_code = :unit or s.recipient_code = :unit)", "unit", query.unit());
  }

  /** Without the unit, and without what other tables hold. */
  Conditions andOfShipment(ShipmentQuery query) {
    andIf("s.state = :state", "state", name(query.state()));
    andIf("s.network = :network", "network", name(query.network()));
    andIf("s.outcome = :decision", "decision", name(query.decision()));
    andIf("s.item_code = :itemCode", "itemCode", query.itemCode());
    andIf("s.envelope_id = :envelopeId", "envelopeId", query.envelopeId());
    return andTimes(query);
  }

  /** When it was handed over. */
  Conditions andTimes(ShipmentQuery query) {
    andIf(
        "s.handed_off_at >= :from",
        "from",
        query.from() == null ? null : Timestamp.from(query.from()));
    andIf("s.handed_off_at < :to", "to", query.to() == null ? null : Timestamp.from(query.to()));
    return after(query.after());
  }

  /** Nothing handed over before that time. */
  Conditions since(@Nullable Instant time) {
    return andIf("s.handed_off_at >= :since", "since", time == null ? null : Timestamp.from(time));
  }

  private Conditions after(ShipmentQuery.@Nullable Cursor cursor) {
    if (cursor == null) {
      return this;
    }
    and(
        "(s.handed_off_at, s.shipment_id) < (:afterTime, :afterId)",
        "afterTime",
        Timestamp.from(cursor.handedOffAt()));
    parameters.put("afterId", cursor.shipmentId());
    return this;
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  /** Before one more clause. */
  String andThen() {
    return clauses.isEmpty() ? " where" : this + " and";
  }

  @Override
  public String toString() {
    return clauses.isEmpty() ? "" : " where " + String.join(" and ", clauses);
  }
}
