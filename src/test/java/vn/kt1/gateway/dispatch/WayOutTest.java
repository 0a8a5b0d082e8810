package vn.kt1.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.gateway.shipment.Network;

/** What may leave by KT1 only, and a second courier who is not KT1. */
class WayOutTest {

  private static final Parcel FILE = parcel("KT1-ORDER_x.csv", true);

  @TempDir private Path folder;
  private final List<String> alarms = new ArrayList<>();
  private final Taken post = new Taken("post", Network.KT1);
  private final Taken other = new Taken("other", Network.PUBLIC_POST);
  private final DefaultCamelContext context = new DefaultCamelContext();
  private ProducerTemplate send;

  private record Taken(String line, Network network, List<Parcel> parcels) implements Courier {
    Taken(String line, Network network) {
      this(line, network, new ArrayList<>());
    }

    @Override
    public void carry(Parcel parcel) {
      parcels.add(parcel);
    }
  }

  private static Parcel parcel(String name, boolean kt1Only) {
    byte[] content = {1};
    return new Parcel(
        "",
        new UUID(0, 1),
        1,
        "ORDER_FILE",
        "orders",
        "post",
        name,
        null,
        content,
        "00",
        kt1Only,
        false,
        Instant.EPOCH);
  }

  @BeforeEach
  void start() throws Exception {
    context.addComponent("courier", new CourierComponent(List.of(post, other)));
    // By itself it waits half a minute for somebody who listens.
    context.getComponent("direct", DirectComponent.class).setTimeout(100);
    new WayOut().beforeApplicationStart(context);
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(WayOut.ALARM).process(told -> alarms.add(told.getMessage().getBody(String.class)));
            from("direct:next").to("courier:post");
            from("direct:astray").to("courier:other");
            from("direct:chosen").toD("courier:${header.line}");
            from("direct:disguised")
                .setVariable("parcel", body())
                .setBody(constant("order_id,shipment_id"))
                .to("file:" + folder);
          }
        });
    context.start();
    send = context.createProducerTemplate();
  }

  @AfterEach
  void stop() {
    context.stop();
  }

  @Test
  void an_order_leaves_by_the_courier_that_is_marked_kt1() {
    send.sendBody("courier:post", FILE);
    send.sendBody("direct:next", FILE);
    send.sendBodyAndHeader("direct:chosen", FILE, "line", "post");
    assertThat(post.parcels()).containsExactly(FILE, FILE, FILE);
    assertThat(alarms).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"courier:other", "direct:astray", "direct:disguised"})
  void an_order_leaves_by_nothing_else_and_the_alarm_is_given(String way) {
    refused(way, FILE);
    assertThat(other.parcels()).isEmpty();
    assertThat(folder).isEmptyDirectory();
    assertThat(alarms).containsExactly("KT1-ORDER_x.csv");
  }

  @Test
  void a_courier_chosen_at_run_time_is_looked_at_too() {
    assertThatThrownBy(() -> send.sendBodyAndHeader("direct:chosen", FILE, "line", "other"))
        .hasRootCauseInstanceOf(WrongWay.class);
    assertThat(other.parcels()).isEmpty();
  }

  @Test
  void what_becomes_of_an_order_on_its_way_is_stopped_as_well() {
    ForKt1Only order = () -> "O-1";
    for (Object one : List.of(order, FILE)) {
      refused("file:" + folder, one);
      refused("log:orders", one);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void what_is_no_order_goes_where_it_goes() {
    assertThatCode(() -> send.sendBody("file:" + folder, "a report")).doesNotThrowAnyException();
    assertThat(folder).isNotEmptyDirectory();
    assertThat(alarms).isEmpty();
  }

  @Test
  void what_may_go_by_any_way_goes_by_the_other_courier_too() {
    Parcel report = parcel("report.csv", false);
    send.sendBody("courier:other", report);
    assertThat(other.parcels()).containsExactly(report);
    assertThat(alarms).isEmpty();
  }

  @Test
  void the_courier_looks_once_more_where_nothing_stands_before_it() throws Exception {
    try (DefaultCamelContext bare = new DefaultCamelContext()) {
      bare.addComponent("courier", new CourierComponent(List.of(post, other)));
      bare.start();
      assertThatThrownBy(() -> bare.createProducerTemplate().sendBody("courier:other", FILE))
          .hasRootCauseInstanceOf(WrongWay.class);
    }
    assertThat(other.parcels()).isEmpty();
  }

  @Test
  void nothing_leaves_either_when_nobody_can_be_told() throws Exception {
    context.getRouteController().stopAllRoutes();
    refused("courier:other", FILE);
    assertThat(other.parcels()).isEmpty();
  }

  private void refused(String way, Object body) {
    assertThatThrownBy(() -> send.sendBody(way, body))
        .isInstanceOf(CamelExecutionException.class)
        .hasRootCauseInstanceOf(WrongWay.class);
  }
}
