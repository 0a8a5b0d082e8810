package vn.kt1.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kt1.testing.AnEnvelope.named;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataIntegrityViolationException;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.dispatch.Parked;
import vn.kt1.gateway.policy.Context;
import vn.kt1.gateway.policy.RoutingPolicy;
import vn.kt1.gateway.policy.Rule;
import vn.kt1.gateway.policy.Verdict;
import vn.kt1.gateway.policy.rules.Rules;
import vn.kt1.gateway.post.ParkedOrders;
import vn.kt1.gateway.shipment.Decided;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Decision.Outcome;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.HandOff;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Receipt;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Secrecy;

/**
 * Takes each of the three layers that keep a classified envelope off the public post away, and
 * shows that the other two hold. The third, on the way out, has a part in Camel: {@code
 * WayOutTest}.
 */
class ThreeLayersIT {

  /** A policy gone wrong: everything by public post. */
  private static final class EverythingByPublicPost implements Rule {
    @Override
    public String number() {
      return "P-6";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public Verdict on(Envelope envelope, Context context) {
      return Verdict.leaves(List.of(Network.PUBLIC_POST));
    }
  }

  private Room room;

  @BeforeEach
  void enter() {
    room = new Room();
  }

  @AfterEach
  void leave() {
    room.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Secrecy.class,
      names = {"CONFIDENTIAL", "SECRET", "TOP_SECRET", "UNSPECIFIED"})
  void without_the_policy_the_database_takes_nothing_and_no_order_can_be_made(Secrecy secrecy) {
    Decided wrong = policy(new EverythingByPublicPost()).decide(handOff(secrecy, null));
    Decision decision = wrong.decisions().get(0);
    assertThat(decision.network()).as("the policy is gone").isEqualTo(Network.PUBLIC_POST);

    assertThatThrownBy(() -> room.get(Ledger.class).register(wrong, Room.CORRELATION, null))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThat(room.count("hand_off")).isZero();
    assertThat(room.count("shipment")).isZero();
    assertThat(room.count("outbox")).isZero();
    assertThat(decision.leaveForKt1()).as("no order without leave").isEmpty();
  }

  @Test
  void without_the_database_the_policy_refuses_and_what_stands_there_by_force_gets_no_order() {
    room.database
        .owner()
        .sql("alter table shipment drop constraint classified_never_on_public_post")
        .update();
    // And what keeps a decision as it was taken.
    room.database.owner().sql("alter table shipment disable trigger guard_decision").update();

    Receipt receipt = room.register(handOff(Secrecy.SECRET, Network.PUBLIC_POST));
    assertThat(receipt.shipments().get(0).decision().outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(room.count("outbox")).isZero();

    String forced = room.classified("H24.16", "B", 1).get(0);
    String other = room.classified("H24.16", "C", 1).get(0);
    room.database
        .owner()
        .sql("update shipment set network = 'PUBLIC_POST', service = null where shipment_id = ?")
        .param(forced)
        .update();
    room.order();
    assertThat(room.sql().sql("select shipment_id from post_order").query(String.class).list())
        .as("the others are not held up")
        .containsExactly(other);
    assertThat(room.get(Parked.class).open())
        .singleElement()
        .satisfies(
            parked -> {
              assertThat(parked.reference()).isEqualTo(forced);
              assertThat(parked.nextStep()).isEqualTo("look-into-the-database");
            });
    assertThat(room.count("outbox")).isZero();

    ParkedOrders parked = room.get(ParkedOrders.class);
    assertThatThrownBy(() -> parked.again(ParkedOrders.ROUTE, forced))
        .as("as it stands there is no order")
        .isInstanceOf(Rejected.class);
    room.database
        .owner()
        .sql("update shipment set network = 'KT1', service = 'KT1_B' where shipment_id = ?")
        .param(forced)
        .update();
    parked.again(ParkedOrders.ROUTE, forced);
    parked.again(ParkedOrders.ROUTE, forced);
    assertThat(room.sql().sql("select province from outbox").query(String.class).list())
        .containsExactly("hai-phong");
  }

  /** Whatever were sent out then: there is nothing to send. */
  @Test
  void without_the_way_out_the_policy_refuses_and_the_database_takes_nothing() {
    assertThat(policy(Rules.all()).decide(handOff(Secrecy.SECRET, Network.PUBLIC_POST)))
        .extracting(decided -> decided.decisions().get(0).outcome())
        .isEqualTo(Outcome.REFUSED);
    String routed = room.classified("H24.16", "A", 1).get(0);
    for (String change :
        List.of(
            "network = 'PUBLIC_POST', service = null",
            "network = 'PUBLIC_POST', service = null, outcome = 'ROUTED'",
            "secrecy = 'UNSPECIFIED'",
            "secrecy = 'NONE', network = 'PUBLIC_POST', service = null")) {
      String sql = "update shipment set " + change + " where shipment_id = '" + routed + "'";
      assertThatThrownBy(() -> room.sql().sql(sql).update())
          .as("as the application: %s", change)
          .isInstanceOf(RuntimeException.class);
    }
    assertThatThrownBy(
            () ->
                room.database
                    .owner()
                    .sql("update shipment set network = 'PUBLIC_POST', service = null")
                    .update())
        .as("not even as the owner")
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void direct_sql_stores_no_classified_shipment_on_public_post() {
    room.classified("H24.16", "A", 1);
    String columns =
        room.sql()
            .sql(
                """
                select string_agg(column_name, ', ') from information_schema.columns
                where table_name = 'shipment' and is_generated = 'NEVER'
                """)
            .query(String.class)
            .single();
    for (String secrecy : List.of("CONFIDENTIAL", "SECRET", "TOP_SECRET", "UNSPECIFIED")) {
      String sql =
          """
          insert into shipment (%1$s) select %1$s from (
            select (jsonb_populate_record(s, jsonb_build_object('shipment_id', 'X-%2$s',
              'envelope_id', 'x', 'secrecy', '%3$s', 'network', 'PUBLIC_POST', 'service', null))).*
            from shipment s) changed
          """
              .formatted(columns, secrecy.substring(0, 4), secrecy);
      assertThatThrownBy(() -> room.sql().sql(sql).update())
          .as(secrecy)
          .isInstanceOf(DataIntegrityViolationException.class);
    }
    assertThat(room.count("shipment")).isEqualTo(1);
  }

  private RoutingPolicy policy(Rule rule) {
    return policy(List.of(rule));
  }

  private RoutingPolicy policy(List<Rule> rules) {
    return new RoutingPolicy(room.get(Directory.class), room.clock, rules);
  }

  private HandOff handOff(Secrecy secrecy, Network wish) {
    return room.handOff(
        "hp-eoffice",
        "H24.16",
        "A",
        named("1").to("G06.11").secrecy(secrecy).entered(true).wish(wish).sealed());
  }
}
