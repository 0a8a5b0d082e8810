package vn.kt1.gateway.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kt1.gateway.shipment.ShipmentState.*;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class StateSinceTest {

  private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");

  /** One piece of news; hours from noon. */
  record Told(ShipmentState state, int hour) {}

  @Test
  void the_gateways_own_states_give_way_whatever_the_clocks_say() {
    for (ShipmentState own : List.of(REGISTERED, HELD, ORDERED)) {
      assertThat(fold(own, new Told(ACCEPTED, -20))).isEqualTo(at(ACCEPTED, -20));
    }
  }

  @Test
  void the_latest_event_counts_and_not_the_highest_rank() {
    assertThat(fold(ORDERED, new Told(OUT_FOR_DELIVERY, 1), new Told(IN_TRANSIT, 2)))
        .isEqualTo(at(IN_TRANSIT, 2));
    assertThat(fold(ORDERED, new Told(OUT_FOR_DELIVERY, 2), new Told(IN_TRANSIT, 1)))
        .isEqualTo(at(OUT_FOR_DELIVERY, 2));
  }

  @Test
  void of_two_at_the_same_time_the_one_recorded_later_counts() {
    assertThat(fold(ORDERED, new Told(IN_TRANSIT, 1), new Told(AT_DELIVERY_OFFICE, 1)))
        .isEqualTo(at(AT_DELIVERY_OFFICE, 1));
  }

  @Test
  void nothing_leads_out_of_an_end() {
    for (ShipmentState end : List.of(DELIVERED, RETURNED, LOST, CANCELLED)) {
      assertThat(fold(ORDERED, new Told(end, 1), new Told(IN_TRANSIT, 5), new Told(RETURNED, 6)))
          .isEqualTo(at(end, 1));
    }
  }

  @Test
  void a_refused_order_stays_refused_and_a_travelling_shipment_is_not_refused_any_more() {
    assertThat(fold(ORDERED, new Told(ORDER_REFUSED, 1), new Told(ACCEPTED, 2)))
        .isEqualTo(at(ORDER_REFUSED, 1));
    assertThat(fold(ORDERED, new Told(ACCEPTED, 1), new Told(ORDER_REFUSED, 2)))
        .isEqualTo(at(ACCEPTED, 1));
  }

  @Property
  void stands_where_the_contract_says_for_any_news_in_any_order(
      @ForAll("own") ShipmentState own, @ForAll("news") List<Told> news) {
    assertThat(fold(own, news.toArray(Told[]::new))).isEqualTo(oracle(own, news));
  }

  @Provide
  Arbitrary<ShipmentState> own() {
    return Arbitraries.of(REGISTERED, HELD, ORDERED);
  }

  @Provide
  Arbitrary<List<Told>> news() {
    Arbitrary<ShipmentState> travelling =
        Arbitraries.of(
            ACCEPTED, IN_TRANSIT, AT_DELIVERY_OFFICE, OUT_FOR_DELIVERY, DELIVERY_FAILED, RETURNING);
    Arbitrary<ShipmentState> ends = Arbitraries.of(DELIVERED, RETURNED, LOST, CANCELLED);
    Arbitrary<ShipmentState> states =
        Arbitraries.frequencyOf(Tuple.of(5, travelling), Tuple.of(1, ends));
    return Combinators.combine(states, Arbitraries.integers().between(-6, 6))
        .as(Told::new)
        .list()
        .ofMaxSize(12);
  }

  /**
   * CONTRACT §7 without a fold: the first end that was the latest news when it came; else the
   * latest news of all, of equals the last told.
   */
  private static StateSince oracle(ShipmentState own, List<Told> news) {
    return IntStream.rangeClosed(1, news.size())
        .mapToObj(length -> latest(news.subList(0, length)))
        .filter(told -> told.state.end())
        .findFirst()
        .or(() -> news.isEmpty() ? Optional.empty() : Optional.of(latest(news)))
        .map(told -> at(told.state, told.hour))
        .orElse(new StateSince(own, NOON));
  }

  private static Told latest(List<Told> news) {
    int last =
        IntStream.range(0, news.size())
            .boxed()
            .max(Comparator.<Integer>comparingInt(i -> news.get(i).hour).thenComparing(i -> i))
            .orElseThrow();
    return news.get(last);
  }

  private static StateSince fold(ShipmentState own, Told... news) {
    StateSince standing = new StateSince(own, NOON);
    for (Told told : news) {
      standing = standing.after(told.state, NOON.plusSeconds(told.hour * 3600L));
    }
    return standing;
  }

  private static StateSince at(ShipmentState state, int hour) {
    return new StateSince(state, NOON.plusSeconds(hour * 3600L));
  }
}
