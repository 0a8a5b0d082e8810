package vn.kt1.sandbox;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A SYNTHETIC month of {@value #SHIPMENTS} KT1 shipments of two provinces, written straight into a
 * database: accepted, delivered in time and late, returned, confirmed; and some in which the sides
 * say different things, planted.
 */
public final class SeededMonth {

  /** A difference that was planted. */
  public record Planted(String kind, String shipmentId) {}

  public static final int SHIPMENTS = 120;

  private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
  private static final List<String> UNITS =
      List.of("H24.16", "H24.31", "H24.02", "H24.61", "H48.16", "H48.02", "H48.40");
  private static final List<String> SERVICES =
      List.of("KT1", "KT1_C", "KT1_B_EXPRESS", "KT1_C_EXPRESS", "KT1_B", "KT1_A");
  private static final Map<Integer, List<String>> PLANTED =
      Map.ofEntries(
          Map.entry(5, List.of("NOT_ORDERED")),
          Map.entry(11, List.of("ORDER_UNANSWERED")),
          Map.entry(17, List.of("NOT_DELIVERED")),
          Map.entry(23, List.of("DELIVERED_WITHOUT_ACCEPTANCE")),
          Map.entry(29, List.of("NOT_CONFIRMED")),
          Map.entry(35, List.of("CONFIRMED_NOT_DELIVERED", "NOT_DELIVERED")),
          Map.entry(41, List.of("PROBLEM_FOUND")),
          Map.entry(47, List.of("CONFIRMED_AFTER_LOSS")),
          Map.entry(53, List.of("ACCEPTED_BUT_CANCELLED")),
          Map.entry(59, List.of("WEIGHT_DIFFERS")),
          Map.entry(65, List.of("ITEM_CODE_TWICE")),
          Map.entry(66, List.of("ITEM_CODE_TWICE")));

  private final JdbcClient database;
  private final YearMonth month;

  private SeededMonth(JdbcClient database, YearMonth month) {
    this.database = database;
    this.month = month;
  }

  /**
   * In the transaction of the caller, if there is one; twice is once. What was planted, in order.
   */
  public static List<Planted> write(JdbcClient database, YearMonth month) {
    SeededMonth seeded = new SeededMonth(database, month);
    if (!seeded.there()) {
      seeded.fill();
    }
    List<Planted> planted = new ArrayList<>();
    for (int i = 0; i < SHIPMENTS; i++) {
      for (String kind : PLANTED.getOrDefault(i, List.of())) {
        planted.add(new Planted(kind, seeded.id(i)));
      }
    }
    return planted;
  }

  private boolean there() {
    return database
        .sql("select exists (select from shipment where shipment_id = ?)")
        .param(id(0))
        .query(Boolean.class)
        .single();
  }

  private void fill() {
    for (String province : List.of("hai-phong", "quang-ngai")) {
      orderFile(province);
    }
    for (int i = 0; i < SHIPMENTS; i++) {
      shipment(i);
    }
  }

  private String id(int i) {
    return "SEED-%02d%02d-%04d".formatted(month.getYear() % 100, month.getMonthValue(), i);
  }

  private static boolean is(int i, String kind) {
    return PLANTED.getOrDefault(i, List.of()).contains(kind);
  }

  private Instant handedOff(int i) {
    return month
        .atDay(1 + i * 27 / SHIPMENTS)
        .atTime(8, 0)
        .plusMinutes(i % 10 * 30)
        .toInstant(VIETNAM);
  }

  private static boolean returned(int i) {
    return i % 25 == 7;
  }

  private String file(String province) {
    return "KT1-ORDER_%s_%s-SEED.csv".formatted(province, month);
  }

  private void orderFile(String province) {
    Instant at = month.atDay(1).atTime(9, 0).toInstant(VIETNAM);
    sql(
        """
        insert into order_file (name, province, on_day, seq, sha256, kept_at, sent_at, answered_at)
        values (?, ?, ?::date, 1, repeat('0', 64), ?, ?, ?)
        """,
        file(province),
        province,
        month.atDay(1).toString(),
        at,
        at,
        at);
  }

  private void shipment(int i) {
    String sender = UNITS.get(i % UNITS.size());
    String recipient = UNITS.get((i + 1 + i % 5) % UNITS.size());
    String province = sender.startsWith("H24") ? "hai-phong" : "quang-ngai";
    Instant handed = handedOff(i);
    Instant accepted = handed.plus(Duration.ofHours(4));
    Instant attempted = accepted.plus(Duration.ofHours(i % 10 == 3 ? 60 : 20));
    boolean ordered = !is(i, "NOT_ORDERED");
    boolean answered = ordered && !is(i, "ORDER_UNANSWERED");
    boolean delivered =
        answered && !is(i, "NOT_DELIVERED") && !is(i, "ACCEPTED_BUT_CANCELLED") && !returned(i);
    String state = state(i, ordered, answered, delivered);
    row(i, sender, recipient, province, handed, state, delivered ? attempted : accepted);
    if (ordered) {
      order(i, province, answered ? accepted : null);
    }
    if (answered && !is(i, "DELIVERED_WITHOUT_ACCEPTANCE")) {
      answer(i, accepted);
      charge(i, accepted);
      transit(i, accepted, delivered || returned(i) ? attempted : null);
    }
    events(i, accepted, attempted, delivered);
    confirmation(i, recipient, attempted, delivered);
    if (is(i, "CONFIRMED_AFTER_LOSS")) {
      loss(i, province, attempted);
    }
  }

  private static String state(int i, boolean ordered, boolean answered, boolean delivered) {
    if (!ordered) {
      return "REGISTERED";
    }
    if (!answered) {
      return "ORDERED";
    }
    if (is(i, "ACCEPTED_BUT_CANCELLED")) {
      return "CANCELLED";
    }
    if (returned(i)) {
      return "RETURNED";
    }
    return delivered ? "DELIVERED" : "IN_TRANSIT";
  }

  private void row(
      int i,
      String sender,
      String recipient,
      String province,
      Instant handed,
      String state,
      Instant since) {
    String service = SERVICES.get(i % SERVICES.size());
    sql(
        """
        with h as (
          insert into hand_off (partner, hand_off_id, sender_code, sender_province, handed_off_at,
            received_at, content_sha256, receipt)
          values (?, ?, ?, ?, ?, ?, repeat('0', 64), '{}') returning hand_off_key)
        insert into shipment (shipment_id, hand_off_key, position, envelope_id, sender_code,
          sender_name, sender_province, recipient_code, recipient_name, secrecy, urgency,
          weight_grams, pieces, entered_in_register, personal_only, outcome, network, service,
          reasons, warnings, state, state_since, handed_off_at, item_code_raw, item_code,
          item_code_valid)
        select ?, hand_off_key, 0, '1', ?, ?, ?, ?, ?, ?, ?, ?, 1, true, false, 'ROUTED', 'KT1', ?,
          '[]', '[]', ?, ?, ?, ?, ?, true from h
        """,
        province.equals("hai-phong") ? "hp-eoffice" : "qn-eoffice",
        id(i),
        sender,
        province,
        handed,
        handed,
        id(i),
        sender,
        "Đơn vị mẫu " + sender,
        province,
        recipient,
        "Đơn vị mẫu " + recipient,
        secrecy(service),
        service.endsWith("EXPRESS") ? "EXPRESS" : "NORMAL",
        100 + i % 7 * 50,
        service,
        state,
        since,
        handed,
        itemCode(i),
        itemCode(i));
  }

  private static String secrecy(String service) {
    return switch (service.replace("_EXPRESS", "")) {
      case "KT1_A" -> "TOP_SECRET";
      case "KT1_B" -> "SECRET";
      case "KT1_C" -> "CONFIDENTIAL";
      default -> "NONE";
    };
  }

  private static @Nullable String itemCode(int i) {
    if (is(i, "NOT_ORDERED") || is(i, "ORDER_UNANSWERED")) {
      return null;
    }
    return ItemCode.of(70_000_000 + (i == 66 ? 65 : i));
  }

  private void order(int i, String province, @Nullable Instant answered) {
    sql(
        "insert into post_order (order_id, shipment_id, file_name, answered_at) values (?, ?, ?,"
            + " ?)",
        "O-" + id(i),
        id(i),
        file(province),
        answered);
  }

  private void answer(int i, Instant accepted) {
    sql(
        """
        insert into post_answer (order_id, result, item_code, answered_at, post_office,
          weight_grams, first, contradicts, file_reference, recorded_at)
        values (?, 'ACCEPTED', ?, ?, 'Bưu cục mẫu', ?, true, false, 'seed', ?)
        """,
        "O-" + id(i),
        itemCode(i),
        accepted,
        grams(i),
        accepted);
  }

  private static int grams(int i) {
    return 100 + i % 7 * 50 + (is(i, "WEIGHT_DIFFERS") ? 800 : i % 3);
  }

  private void charge(int i, Instant accepted) {
    long amount = 13_000 + i % 7 * 1_000 + i % SERVICES.size() * 5_000;
    sql(
        """
        insert into charge (shipment_id, accepted_at, weight_grams, zone, parts, amount,
          vat_percent, vat, missing, computed_at)
        values (?, ?, ?, 'BETWEEN_PROVINCES', jsonb_build_array(
          jsonb_build_object('part', 'BASE', 'amount', ?::bigint)), ?, 10, ?, '{}', ?)
        """,
        id(i),
        accepted,
        grams(i),
        amount,
        amount,
        amount / 10,
        accepted);
  }

  private void transit(int i, Instant accepted, @Nullable Instant attempted) {
    sql(
        """
        insert into transit (shipment_id, accepted_at, due_at, attempted_at, computed_at)
        values (?, ?, ?, ?, ?)
        """,
        id(i),
        accepted,
        accepted.plus(Duration.ofHours(36)),
        attempted,
        accepted);
  }

  private void events(int i, Instant accepted, Instant attempted, boolean delivered) {
    if (itemCode(i) == null) {
      return;
    }
    event(i, "EMC", "IN_TRANSIT", accepted.plus(Duration.ofHours(2)));
    if (delivered) {
      event(i, "EMI", "DELIVERED", attempted);
    }
    if (returned(i)) {
      event(i, "EMH", "DELIVERY_FAILED", attempted);
      sql(
          """
          insert into event (event_id, shipment_id, source, raw_code, meaning, state, occurred_at,
            recorded_at)
          values (?, ?, 'myvnp', '19', 'RETURNED', 'RETURNED', ?, ?)
          """,
          UUID.nameUUIDFromBytes((id(i) + "returned").getBytes()),
          id(i),
          attempted.plus(Duration.ofHours(48)),
          attempted.plus(Duration.ofHours(49)));
    }
  }

  private void event(int i, String code, String state, Instant at) {
    sql(
        """
        insert into event (event_id, shipment_id, source, raw_code, meaning, state, occurred_at,
          recorded_at)
        values (?, ?, 'upu', ?, ?, ?, ?, ?)
        """,
        UUID.nameUUIDFromBytes((id(i) + code).getBytes()),
        id(i),
        code,
        state,
        state,
        at,
        at.plus(Duration.ofMinutes(10)));
  }

  private void confirmation(int i, String recipient, Instant attempted, boolean delivered) {
    boolean problem = is(i, "PROBLEM_FOUND");
    if (is(i, "NOT_CONFIRMED") || !delivered && !is(i, "CONFIRMED_NOT_DELIVERED")) {
      return;
    }
    Instant at = attempted.plus(Duration.ofHours(2));
    sql(
        """
        insert into confirmation (confirmation_id, shipment_id, result, finding, at, unit, role,
          recorded_at)
        values (?, ?, ?, ?, ?, ?, 'PARTNER', ?)
        """,
        UUID.nameUUIDFromBytes((id(i) + "confirmed").getBytes()),
        id(i),
        problem ? "PROBLEM" : "RECEIVED",
        problem ? "SHORT_COUNT" : null,
        at,
        recipient,
        at);
  }

  private void loss(int i, String province, Instant attempted) {
    sql(
        """
        insert into incident (incident_id, kind, shipment_id, province, raised_by, at, raised_at,
          answer_until)
        values (?, 'LOSS', ?, ?, 'OPERATOR', ?, ?, ?)
        """,
        "SEED-LOSS-%02d%02d".formatted(month.getYear() % 100, month.getMonthValue()),
        id(i),
        province,
        attempted,
        attempted,
        attempted.plus(Duration.ofDays(9)));
  }

  private void sql(String sql, @Nullable Object... values) {
    JdbcClient.StatementSpec statement = database.sql(sql);
    for (Object value : values) {
      statement = statement.param(value instanceof Instant at ? Timestamp.from(at) : value);
    }
    statement.update();
  }
}
