package vn.kt1.gateway.report.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kt1.gateway.report.figures.Dimension.KIND;
import static vn.kt1.gateway.report.figures.Dimension.MONTH;
import static vn.kt1.gateway.report.figures.Dimension.NETWORK;
import static vn.kt1.gateway.report.figures.Dimension.SECRECY;
import static vn.kt1.gateway.report.figures.Dimension.SERVICE;
import static vn.kt1.gateway.report.figures.Dimension.UNIT;
import static vn.kt1.gateway.report.figures.Dimension.URGENCY;
import static vn.kt1.gateway.report.figures.Dimension.ZONE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.report.figures.SeededYear.Fact;
import vn.kt1.testing.Database;

/** A SYNTHETIC year, worked out a second time in plain Java, without SQL. */
class SeededYearIT {

  private static final Instant AS_OF = Instant.parse("2026-12-20T03:00:00Z");
  private static final int SHIPMENTS = 1200;

  private static Database database;
  private static TransactionTemplate transaction;
  private static Rollups rollups;
  private static Statistics statistics;
  private static List<Fact> facts;

  @BeforeAll
  static void seed() {
    database = Database.fresh();
    facts = SeededYear.write(database.owner(), 2026, SHIPMENTS, 42);
    transaction = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
    JdbcClient app = JdbcClient.create(database.dataSource());
    rollups = new Rollups(app);
    statistics = new Statistics(app, rollups);
  }

  @AfterAll
  static void leave() {
    database.close();
  }

  /**
   * Whole months, months cut at both ends, one day, a leap year’s end, and no whole month at all.
   */
  @ParameterizedTest
  @CsvSource({
    "2026-01-01, 2026-12-31, hai-phong",
    "2025-12-15, 2026-12-14, hai-phong",
    "2025-12-15, 2026-12-14, quang-ngai",
    "2026-02-10, 2026-03-20, hai-phong",
    "2026-02-28, 2026-03-01, hai-phong",
    "2026-07-31, 2026-07-31, quang-ngai",
    "2030-01-01, 2030-12-31, hai-phong"
  })
  void each_figure_is_what_a_second_calculation_gives(
      LocalDate from, LocalDate to, String province) {
    Span span = new Span(from, to);
    List<Counted> counted = count(span, province);
    Map<String, Map<Map<Dimension, String>, Long>> second = new Second(span, province).all();
    assertThat(second.keySet())
        .containsExactlyInAnyOrderElementsOf(counted.stream().map(Counted::key).toList());
    for (Counted figure : counted) {
      Map<Map<Dimension, String>, Long> cells = new HashMap<>();
      figure.cells().forEach(cell -> cells.put(cell.dims(), cell.value()));
      assertThat(cells).as(figure.key()).isEqualTo(second.get(figure.key()));
    }
  }

  @Test
  void each_cell_opens_to_exactly_its_shipments() {
    Span span = new Span(LocalDate.parse("2025-12-15"), LocalDate.parse("2026-12-14"));
    for (Counted counted : count(span, "hai-phong")) {
      Figure figure = Figures.named(counted.key()).orElseThrow();
      if (counted.unit().equals("items")) {
        for (FigureCell cell : counted.cells()) {
          assertThat(statistics.shipments(asked(span, "hai-phong"), figure, cell, "", 10_000))
              .as(counted.key() + cell.dims())
              .hasSize((int) cell.value())
              .doesNotHaveDuplicates()
              .isSorted();
        }
      }
    }
  }

  @Test
  void what_was_counted_is_what_counting_from_zero_gives() {
    transaction.executeWithoutResult(
        status -> {
          assertThat(rollups.wrong("hai-phong", AS_OF)).isEmpty();
          List<Map<String, Object>> before = kept();
          rollups.rebuild(AS_OF);
          assertThat(kept()).containsExactlyInAnyOrderElementsOf(before);
          status.setRollbackOnly();
        });
  }

  /** Nobody reads for long: a row a month is left, and what it tells is counted all the same. */
  @Test
  void what_has_changed_is_noted_once_a_month_however_often_it_was() {
    JdbcClient app = JdbcClient.create(database.dataSource());
    transaction.executeWithoutResult(
        status -> {
          rollups.refresh(AS_OF);
          String delivered =
              facts.stream()
                  .filter(fact -> fact.network() != null && fact.state().equals("IN_TRANSIT"))
                  .findFirst()
                  .orElseThrow()
                  .id();
          for (int i = 0; i < 3; i++) {
            app.sql("update shipment set state_since = state_since where shipment_id = ?")
                .param(delivered)
                .update();
          }
          app.sql("update shipment set state = 'OUT_FOR_DELIVERY' where shipment_id = ?")
              .param(delivered)
              .update();
          rollups.compact();
          assertThat(app.sql("select count(*) from report_stale").query(Long.class).single())
              .isEqualTo(1);
          rollups.refresh(AS_OF);
          assertThat(rollups.wrong(province(delivered), AS_OF)).isEmpty();
          assertThat(
                  app.sql("select sum(n) from report_rollup where state = 'OUT_FOR_DELIVERY'")
                      .query(Long.class)
                      .single())
              .isEqualTo(1);
          status.setRollbackOnly();
        });
  }

  private static String province(String id) {
    return facts.stream().filter(fact -> fact.id().equals(id)).findFirst().orElseThrow().province();
  }

  @Test
  void a_month_that_was_changed_behind_our_back_is_found() {
    transaction.executeWithoutResult(
        status -> {
          rollups.refresh(AS_OF);
          JdbcClient.create(database.dataSource())
              .sql("delete from report_rollup where province = 'hai-phong' and month = '2026-03'")
              .update();
          assertThat(rollups.wrong("hai-phong", AS_OF))
              .containsExactly(new Rollups.Wrong("hai-phong", "2026-03"));
          status.setRollbackOnly();
        });
  }

  private static List<Map<String, Object>> kept() {
    return JdbcClient.create(database.dataSource())
        .sql("select * from report_rollup")
        .query()
        .listOfRows();
  }

  private static Asked asked(Span span, String province) {
    List<String> units =
        facts.stream()
            .filter(fact -> fact.province().equals(province))
            .map(Fact::unit)
            .distinct()
            .toList();
    return new Asked(province, units, span, AS_OF);
  }

  private static List<Counted> count(Span span, String province) {
    return Objects.requireNonNull(
        transaction.execute(status -> statistics.count(asked(span, province))));
  }

  /** The plain second calculation. */
  private static final class Second {

    private final Span span;
    private final String province;
    private final Map<String, Map<Map<Dimension, String>, Long>> all = new HashMap<>();

    Second(Span span, String province) {
      this.span = span;
      this.province = province;
    }

    Map<String, Map<Map<Dimension, String>, Long>> all() {
      sent("volume", f -> travels(f), SECRECY, URGENCY, NETWORK, MONTH, UNIT);
      sent("delivered", f -> f.state().equals("DELIVERED"), NETWORK, MONTH, UNIT);
      sent("returned", f -> f.state().equals("RETURNED"), NETWORK, MONTH, UNIT);
      sent("lost", f -> f.state().equals("LOST"), NETWORK, MONTH, UNIT);
      sent("held", f -> f.outcome().equals("HELD"), MONTH, UNIT);
      sent("refused", f -> f.outcome().equals("REFUSED"), MONTH, UNIT);
      sent("refused-outside", f -> f.wish() != null, MONTH, UNIT);
      sent("cancelled", f -> f.state().equals("CANCELLED"), MONTH, UNIT);
      sent("volume-by-month", f -> travels(f), MONTH);
      sent("measured", Fact::accepted, ZONE, MONTH, UNIT);
      for (String timing : List.of("on-time", "late", "no-target", "excluded", "under-way")) {
        sent(timing, f -> f.accepted() && timing(f).equals(timing), ZONE, MONTH, UNIT);
      }
      sent(
          "first-attempt",
          f -> f.accepted() && f.state().equals("DELIVERED") && !f.failedFirst(),
          ZONE,
          MONTH,
          UNIT);
      sent("sent-back", f -> f.accepted() && f.state().equals("RETURNED"), ZONE, MONTH, UNIT);
      sent("confirmed", f -> "RECEIVED".equals(f.confirmed()), MONTH, UNIT);
      sent("confirmed-problem", f -> "PROBLEM".equals(f.confirmed()), MONTH, UNIT);
      sent(
          "confirmation-missing",
          f -> f.state().equals("DELIVERED") && f.confirmed() == null,
          MONTH,
          UNIT);
      sent("quality-agreed", f -> Boolean.TRUE.equals(f.agreed()), MONTH, UNIT);
      sent("quality-objected", f -> Boolean.FALSE.equals(f.agreed()), MONTH, UNIT);
      sent("quality-unanswered", f -> f.accepted() && f.agreed() == null, MONTH, UNIT);
      sent("incidents", f -> f.incident() != null, KIND, MONTH, UNIT);
      sent("incidents-answered", f -> f.incident() != null && f.answered(), KIND, MONTH, UNIT);
      sum("charges", f -> f.amount() != null, Fact::amount, SERVICE, MONTH, UNIT);
      sum("vat", f -> f.amount() != null, f -> f.amount() / 10, SERVICE, MONTH, UNIT);
      sent("uncharged", f -> f.accepted() && f.amount() == null, MONTH, UNIT);
      received();
      return all;
    }

    private static boolean travels(Fact fact) {
      return fact.outcome().equals("ROUTED") && !fact.state().equals("CANCELLED");
    }

    private static String timing(Fact fact) {
      if (fact.excluded()) {
        return "excluded";
      }
      Instant due = fact.due();
      if (due == null) {
        return "no-target";
      }
      Instant attempted = fact.attempted();
      if (attempted == null) {
        return AS_OF.isAfter(due) ? "late" : "under-way";
      }
      return attempted.isAfter(due) ? "late" : "on-time";
    }

    private void sent(String key, Predicate<Fact> counts, Dimension... dims) {
      sum(key, counts, fact -> 1, dims);
    }

    private void sum(
        String key, Predicate<Fact> counts, ToLongFunction<Fact> value, Dimension... dims) {
      Map<Map<Dimension, String>, Long> cells = new HashMap<>();
      for (Fact fact : facts) {
        if (fact.province().equals(province) && in(fact) && counts.test(fact)) {
          Map<Dimension, String> place = new EnumMap<>(Dimension.class);
          for (Dimension dim : dims) {
            place.put(dim, dim(fact, dim));
          }
          cells.merge(place, value.applyAsLong(fact), Long::sum);
        }
      }
      all.put(key, cells);
    }

    private void received() {
      Map<Map<Dimension, String>, Long> cells = new HashMap<>();
      List<String> units = asked(span, province).units();
      for (Fact fact : new ArrayList<>(facts)) {
        if (units.contains(fact.recipient()) && in(fact) && travels(fact)) {
          Map<Dimension, String> place = new EnumMap<>(Dimension.class);
          place.put(NETWORK, Objects.requireNonNull(fact.network()));
          place.put(MONTH, dim(fact, MONTH));
          place.put(UNIT, fact.recipient());
          cells.merge(place, 1L, Long::sum);
        }
      }
      all.put("received", cells);
    }

    private boolean in(Fact fact) {
      LocalDate day = fact.handedOff().atOffset(ZoneOffset.ofHours(7)).toLocalDate();
      return !day.isBefore(span.from()) && !day.isAfter(span.to());
    }

    private static String dim(Fact fact, Dimension dim) {
      return switch (dim) {
        case SECRECY -> fact.secrecy();
        case URGENCY -> fact.urgency();
        case NETWORK -> Objects.requireNonNullElse(fact.network(), "");
        case SERVICE -> Objects.requireNonNullElse(fact.service(), "");
        case ZONE -> Objects.requireNonNullElse(fact.zone(), "");
        case KIND -> Objects.requireNonNullElse(fact.incident(), "");
        case MONTH -> YearMonth.from(fact.handedOff().atOffset(ZoneOffset.ofHours(7))).toString();
        case UNIT -> fact.unit();
      };
    }
  }
}
