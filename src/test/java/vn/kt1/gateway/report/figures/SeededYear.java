package vn.kt1.gateway.report.figures;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A SYNTHETIC year of shipments of two provinces, as records and as rows of a database. */
public final class SeededYear {

  /** A shipment, as a plain second calculation knows it. */
  public record Fact(
      String id,
      String unit,
      String recipient,
      String secrecy,
      String urgency,
      @Nullable String network,
      @Nullable String service,
      String outcome,
      String state,
      @Nullable String wish,
      Instant handedOff,
      @Nullable String zone,
      @Nullable Long amount,
      @Nullable Instant due,
      @Nullable Instant attempted,
      boolean excluded,
      boolean failedFirst,
      @Nullable String confirmed,
      @Nullable Boolean agreed,
      @Nullable String incident,
      boolean answered) {

    public boolean accepted() {
      return zone != null;
    }

    String province() {
      return unit.startsWith("H24") ? "hai-phong" : "quang-ngai";
    }
  }

  private static final List<String> UNITS =
      List.of("H24.16", "H24.31", "H24.02", "H24.61", "H48.16", "H48.02");

  private final Random random;
  private final int year;

  private SeededYear(int year, long seed) {
    this.random = new Random(seed);
    this.year = year;
  }

  /** Shipments from the December before the year to the January after it. */
  public static List<Fact> write(JdbcClient owner, int year, int count, long seed) {
    SeededYear seeded = new SeededYear(year, seed);
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      facts.add(seeded.fact(i));
    }
    for (Fact fact : facts) {
      insert(owner, fact);
    }
    return facts;
  }

  @SafeVarargs
  private <T> T one(T... of) {
    return of[random.nextInt(of.length)];
  }

  private Fact fact(int i) {
    String unit = UNITS.get(random.nextInt(UNITS.size()));
    String outcome = i % 10 == 3 ? "HELD" : i % 10 == 7 ? "REFUSED" : "ROUTED";
    String secrecy =
        outcome.equals("HELD") ? "UNSPECIFIED" : one("NONE", "CONFIDENTIAL", "SECRET", "SECRET");
    boolean kt1 = outcome.equals("ROUTED") && (!secrecy.equals("NONE") || i % 2 == 0);
    String network = kt1 ? "KT1" : outcome.equals("ROUTED") ? "HAND" : null;
    String urgency = one("NORMAL", "NORMAL", "EXPRESS");
    String state = state(outcome, kt1);
    Instant handedOff =
        LocalDate.of(year - 1, 12, 1)
            .atStartOfDay()
            .plusMinutes(random.nextInt(60 * 24 * 420))
            .toInstant(ZoneOffset.ofHours(7));
    boolean accepted = kt1 && !List.of("REGISTERED", "ORDERED", "CANCELLED").contains(state);
    boolean came = List.of("DELIVERED", "RETURNED", "DELIVERY_FAILED").contains(state);
    Instant due = accepted && i % 6 != 0 ? handedOff.plus(Duration.ofHours(48)) : null;
    return new Fact(
        "Y-" + year + "-" + i,
        unit,
        UNITS.get(random.nextInt(UNITS.size())),
        secrecy,
        urgency,
        network,
        kt1 ? service(secrecy, urgency) : null,
        outcome,
        state,
        outcome.equals("REFUSED") && !secrecy.equals("NONE") && i % 3 == 0 ? "PUBLIC_POST" : null,
        handedOff,
        accepted ? one("WITHIN_CITY", "WITHIN_PROVINCE", "BETWEEN_PROVINCES") : null,
        accepted && i % 7 != 0 ? 10_000L + 100 * random.nextInt(50) : null,
        due,
        accepted && came ? handedOff.plus(Duration.ofHours(24 + random.nextInt(48))) : null,
        accepted && i % 17 == 0,
        came && i % 5 == 0,
        state.equals("DELIVERED") ? one("RECEIVED", "PROBLEM", null) : null,
        accepted ? one(true, false, null) : null,
        i % 23 == 0 ? one("LOSS", "LATE", "DAMAGE") : null,
        i % 46 == 0);
  }

  private String state(String outcome, boolean kt1) {
    return switch (outcome) {
      case "HELD", "REFUSED" -> outcome;
      default ->
          kt1
              ? one(
                  "DELIVERED",
                  "DELIVERED",
                  "DELIVERED",
                  "RETURNED",
                  "LOST",
                  "IN_TRANSIT",
                  "DELIVERY_FAILED",
                  "ORDERED",
                  "CANCELLED")
              : one("DELIVERED", "REGISTERED");
    };
  }

  private static String service(String secrecy, String urgency) {
    String mark =
        switch (secrecy) {
          case "TOP_SECRET" -> "_A";
          case "SECRET" -> "_B";
          case "CONFIDENTIAL" -> "_C";
          default -> "";
        };
    return "KT1" + mark + (urgency.equals("EXPRESS") ? "_EXPRESS" : "");
  }

  private static void insert(JdbcClient owner, Fact fact) {
    Timestamp at = Timestamp.from(fact.handedOff());
    owner
        .sql(
            """
            with h as (
              insert into hand_off (partner, hand_off_id, sender_code, sender_province,
                handed_off_at, received_at, content_sha256, receipt)
              values ('p', :id, :unit, :province, :at, :at, '', '{}') returning hand_off_key)
            insert into shipment (shipment_id, hand_off_key, position, envelope_id, sender_code,
              sender_name, sender_province, recipient_code, secrecy, urgency, pieces,
              personal_only, wish, outcome, network, service, reasons, warnings, state,
              state_since, handed_off_at)
            select :id, hand_off_key, 0, '1', :unit, 'x', :province, :recipient, :secrecy,
              :urgency, 1, false, :wish, :outcome, :network, :service, '[]', '[]', :state, :at, :at
            from h
            """)
        .param("id", fact.id())
        .param("unit", fact.unit())
        .param("province", fact.province())
        .param("recipient", fact.recipient())
        .param("at", at)
        .param("secrecy", fact.secrecy())
        .param("urgency", fact.urgency())
        .param("wish", fact.wish())
        .param("outcome", fact.outcome())
        .param("network", fact.network())
        .param("service", fact.service())
        .param("state", fact.state())
        .update();
    if (fact.accepted()) {
      accept(owner, fact, at);
    }
    beside(owner, fact, at);
  }

  private static void accept(JdbcClient owner, Fact fact, Timestamp at) {
    Long amount = fact.amount();
    owner
        .sql(
            """
            insert into charge (shipment_id, accepted_at, weight_grams, zone, parts, amount,
              vat_percent, vat, missing, computed_at)
            values (?, ?, 100, ?, '[]', ?, 10, ?, ?, ?)
            """)
        .params(fact.id(), at, fact.zone())
        .param(amount)
        .param(amount == null ? null : amount / 10)
        .param(amount == null ? new String[] {"price"} : new String[0])
        .param(at)
        .update();
    owner
        .sql(
            """
            insert into transit (shipment_id, accepted_at, due_at, attempted_at, excluded,
              excluded_by, excluded_at, computed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(fact.id(), at)
        .param(time(fact.due()))
        .param(time(fact.attempted()))
        .param(fact.excluded() ? "FORCE_MAJEURE" : null)
        .param(fact.excluded() ? "x" : null)
        .param(fact.excluded() ? at : null)
        .param(at)
        .update();
  }

  private static void beside(JdbcClient owner, Fact fact, Timestamp at) {
    if (fact.failedFirst()) {
      owner
          .sql(
              """
              insert into event (event_id, shipment_id, source, raw_code, meaning, state,
                occurred_at, recorded_at)
              values (?, ?, 'upu', 'EMH', 'x', 'DELIVERY_FAILED', ?, ?)
              """)
          .params(UUID.randomUUID(), fact.id(), at, at)
          .update();
    }
    if (fact.confirmed() != null) {
      owner
          .sql(
              """
              insert into confirmation (confirmation_id, shipment_id, result, at, role, recorded_at)
              values (?, ?, ?, ?, 'PARTNER', ?)
              """)
          .params(UUID.randomUUID(), fact.id(), fact.confirmed(), at, at)
          .update();
    }
    if (fact.agreed() != null) {
      owner
          .sql(
              """
              insert into quality_answer (shipment_id, unit, agreed, reason, role, channel,
                answered_at)
              values (?, ?, ?, ?, 'CLERK', 'LOGIN', ?)
              """)
          .params(fact.id(), fact.unit(), fact.agreed())
          .param(fact.agreed() ? null : "sai")
          .param(at)
          .update();
    }
    if (fact.incident() != null) {
      incident(owner, fact, at);
    }
  }

  private static void incident(JdbcClient owner, Fact fact, Timestamp at) {
    owner
        .sql(
            """
            insert into incident (incident_id, kind, shipment_id, province, raised_by, at, raised_at,
              state, answer, answered_at)
            values (?, ?, ?, ?, 'OPERATOR', ?, ?, ?, ?, ?)
            """)
        .params("I-" + fact.id().substring(2), fact.incident(), fact.id(), fact.province(), at, at)
        .param(fact.answered() ? "ANSWERED" : "OPEN")
        .param(fact.answered() ? "ok" : null)
        .param(fact.answered() ? at : null)
        .update();
  }

  private static @Nullable Timestamp time(@Nullable Instant time) {
    return time == null ? null : Timestamp.from(time);
  }
}
