package vn.kt1.gateway.report.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.testing.Database;

/** What every figure keeps, whoever adds one: on an empty and on a seeded database. */
class FiguresContractIT {

  private static final Span YEAR =
      new Span(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31"));
  private static final Asked ASKED =
      new Asked("hai-phong", List.of("H24.16"), YEAR, Instant.parse("2026-06-30T00:00:00Z"));

  private static Database database;

  @BeforeAll
  static void enter() {
    database = Database.fresh();
  }

  @AfterAll
  static void leave() {
    database.close();
  }

  @BeforeEach
  void empty() {
    database.empty();
  }

  @TestFactory
  Stream<DynamicTest> every_figure_has_a_key_and_a_label_in_both_languages() {
    return Figures.ALL.stream()
        .map(figure -> DynamicTest.dynamicTest(figure.key(), () -> isNamed(figure)));
  }

  private static void isNamed(Figure figure) {
    assertThat(figure.key()).matches("[a-z]+(-[a-z]+)*");
    assertThat(figure.dims()).isNotEmpty().doesNotHaveDuplicates().isSorted();
    Text label = Text.of("figure." + figure.key());
    assertThat(label.in(Locale.forLanguageTag("vi"))).isNotBlank();
    assertThat(label.in(Locale.ENGLISH)).isNotBlank().isNotEqualTo(label.vi());
  }

  @Test
  void keys_are_unique_and_each_figure_is_counted() {
    assertThat(count())
        .extracting(Counted::key)
        .doesNotHaveDuplicates()
        .isEqualTo(Figures.ALL.stream().map(Figure::key).toList());
  }

  @Test
  void an_empty_database_has_no_cells() {
    assertThat(count()).allSatisfy(figure -> assertThat(figure.cells()).isEmpty());
  }

  @Test
  void a_seeded_database_has_the_right_counts() {
    seed("1", "ROUTED", "KT1", "DELIVERED", "2026-03-31T17:00:00Z");
    seed("2", "ROUTED", "KT1", "DELIVERED", "2026-03-31T16:59:59Z");
    seed("3", "ROUTED", "HAND", "RETURNED", "2026-04-02T00:00:00Z");
    seed("4", "ROUTED", "KT1", "ORDERED", "2026-04-02T00:00:00Z");
    seed("5", "HELD", null, "HELD", "2026-04-02T00:00:00Z");
    seed("6", "REFUSED", null, "REFUSED", "2026-04-02T00:00:00Z");
    seed("9", "ROUTED", "KT1", "CANCELLED", "2026-04-02T00:00:00Z");
    seed("10", "HELD", null, "CANCELLED", "2026-04-02T00:00:00Z");
    seed("7", "ROUTED", "KT1", "DELIVERED", "2026-12-31T17:00:00Z");
    seed("8", "ROUTED", "KT1", "DELIVERED", "2025-12-31T16:59:59Z");

    List<Counted> counted = count();
    assertThat(counted)
        .extracting(figure -> figure.key() + " " + figure.total())
        .containsSubsequence(
            "volume 4", "delivered 2", "returned 1", "held 1", "refused 1", "cancelled 2");
    assertThat(
            counted.get(1).cells().stream()
                .map(c -> c.dims().get(Dimension.MONTH))
                .collect(Collectors.toList()))
        .as("a month begins at midnight in Vietnam")
        .containsExactly("2026-03", "2026-04");
  }

  @Test
  void over_a_seeded_year_each_figure_has_cells_of_its_dims() {
    SeededYear.write(database.owner(), 2026, 900, 7);
    assertThat(count())
        .allSatisfy(
            figure ->
                assertThat(figure.cells())
                    .as(figure.key())
                    .isNotEmpty()
                    .allSatisfy(
                        cell -> {
                          assertThat(cell.dims().keySet()).isEqualTo(Set.copyOf(figure.dims()));
                          assertThat(cell.dims().values()).doesNotContain("");
                          assertThat(cell.estimate()).isFalse();
                        }));
  }

  @Test
  void only_a_figure_by_degree_can_tell_a_degree() {
    assertThat(Figures.ALL)
        .filteredOn(figure -> figure.dims().contains(Dimension.SECRECY))
        .extracting(Figure::key)
        .containsExactly("volume");
  }

  private static List<Counted> count() {
    return new TransactionTemplate(new JdbcTransactionManager(database.dataSource()))
        .execute(status -> statistics().count(ASKED));
  }

  private static Statistics statistics() {
    JdbcClient app = JdbcClient.create(database.dataSource());
    return new Statistics(app, new Rollups(app));
  }

  /** SYNTHETIC: rows as the owner may write them, in a state no code has led to. */
  private static void seed(String id, String outcome, String network, String state, String at) {
    JdbcClient owner = database.owner();
    owner
        .sql(
            """
            with h as (
              insert into hand_off (partner, hand_off_id, sender_code, sender_province,
                handed_off_at, received_at, content_sha256, receipt)
              values ('p', ?, 'H24.16', 'hai-phong', ?::timestamptz, ?::timestamptz, '', '{}')
              returning hand_off_key)
            insert into shipment (shipment_id, hand_off_key, position, envelope_id, sender_code,
              sender_name, sender_province, secrecy, urgency, pieces, personal_only, outcome,
              network, service, reasons, warnings, state, state_since, handed_off_at)
            select ?, hand_off_key, 0, '1', 'H24.16', 'x', 'hai-phong', 'NONE', 'NORMAL', 1, false,
              ?, ?, ?, '[]', '[]', ?, ?::timestamptz, ?::timestamptz from h
            """)
        .params(id, at, at, id, outcome)
        .param(network)
        .param("KT1".equals(network) ? "KT1" : null)
        .params(state, at, at)
        .update();
  }
}
