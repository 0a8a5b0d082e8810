package vn.kt1.gateway.ledger;

import java.util.List;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;

/**
 * The SQL that finds the newest shipments. Each province, each unit and each stage has an index of
 * its own shipments in the order of time. A page reads the head of these indexes and merges them,
 * so its cost does not grow with the ledger.
 *
 * @param values the provinces, units or stages, a query of one column
 * @param columns where a shipment names them
 */
record Heads(String values, List<String> columns) {

  private static final List<String> BOTH_SIDES = List.of("sender_code", "recipient_code");

  private static final List<String> STAGE = List.of("stage");

  private static final List<String> PROVINCE = List.of("sender_province");

  /** One step in the index for each province that has ever sent something. */
  private static final String PROVINCES =
      """
      with recursive p (value) as (
        select min(sender_province) from shipment
        union all
        select (select min(sender_province) from shipment where sender_province > p.value)
        from p where p.value is not null)
      select value from p where value is not null\
      """;

  static Heads of(Caller caller, ShipmentQuery query) {
    if (!query.stages(caller).isEmpty()) {
      return new Heads("select unnest(array[:stages])", STAGE);
    }
    if (query.unit() != null) {
      return new Heads("select :unit", BOTH_SIDES);
    }
    if (caller.readsAll()) {
      return new Heads(PROVINCES, PROVINCE);
    }
    return caller.role() == Role.DEPARTMENT
        ? new Heads("select :province::text", PROVINCE)
        : new Heads("select unnest(array[:units])", BOTH_SIDES);
  }

  /** The ids of the newest shipments under these conditions. */
  String newest(Conditions where) {
    return merged(where, "s.handed_off_at, s.shipment_id", "limit :limit", "union")
        + " order by handed_off_at desc, shipment_id desc limit :limit";
  }

  /**
   * The time of the last shipment that one page looks at: {@code :most}, shared by all heads. Null
   * when there are fewer.
   */
  String last(Conditions where) {
    return "select max(handed_off_at) from ("
        + merged(
            where,
            "s.handed_off_at",
            "offset :most / (select %d * count(*) from v) limit 1".formatted(columns.size()),
            "union all")
        + ") last";
  }

  private String merged(Conditions where, String what, String limit, String union) {
    List<String> heads =
        columns.stream()
            .map(
                column ->
                    """
                    (select h.* from v, lateral (
                      select %s from shipment s%s s.%s = v.value
                      order by s.handed_off_at desc, s.shipment_id desc %s) h)
                    """
                        .formatted(what, where.andThen(), column, limit))
            .toList();
    return "with v (value) as materialized (%s) select * from (%s) heads"
        .formatted(values, String.join(union + " ", heads));
  }
}
