package vn.kt1.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
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
import vn.kt1.gateway.post.OrderBatch;
import vn.kt1.gateway.post.OrderFile;
import vn.kt1.gateway.post.OrderRows;
import vn.kt1.gateway.shipment.Network;

/** What may leave by KT1 only, and a second carrier who is not KT1. */
class WayOutTest {

  private static final OrderFile FILE =
      new OrderFile(new UUID(0, 1), "KT1-ORDER_x.csv", new byte[] {1}, "00", 1);
  private static final OrderBatch BATCH = new OrderBatch(new UUID(0, 2), "hai-phong", List.of());

  @TempDir private Path folder;
  private final List<String> alarms = new ArrayList<>();
  private final Taken post = new Taken("post", Network.KT1);
  private final Taken courier = new Taken("courier", Network.PUBLIC_POST);
  private final DefaultCamelContext context = new DefaultCamelContext();
  private ProducerTemplate send;

  private record Taken(String name, Network network, List<FileForPost> files) implements Carrier {
    Taken(String name, Network network) {
      this(name, network, new ArrayList<>());
    }

    @Override
    public void carry(FileForPost file) {
      files.add(file);
    }
  }

  @BeforeEach
  void start() throws Exception {
    context.addComponent("carriage", new CarriageComponent(List.of(post, courier)));
    // By itself it waits half a minute for somebody who listens.
    context.getComponent("direct", DirectComponent.class).setTimeout(100);
    new WayOut().beforeApplicationStart(context);
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(WayOut.ALARM).process(told -> alarms.add(told.getMessage().getBody(String.class)));
            from("direct:next").to("carriage:post");
            from("direct:astray").to("carriage:courier");
            from("direct:chosen").toD("carriage:${header.carrier}");
            from("direct:disguised")
                .setVariable("orderFile", body())
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
  void an_order_leaves_by_the_carrier_that_is_marked_kt1() {
    send.sendBody("carriage:post", FILE);
    send.sendBody("direct:next", FILE);
    send.sendBodyAndHeader("direct:chosen", FILE, "carrier", "post");
    assertThat(post.files()).containsExactly(FILE, FILE, FILE);
    assertThat(alarms).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"carriage:courier", "direct:astray", "direct:disguised"})
  void an_order_leaves_by_nothing_else_and_the_alarm_is_given(String way) {
    refused(way, FILE);
    assertThat(courier.files()).isEmpty();
    assertThat(folder).isEmptyDirectory();
    assertThat(alarms).containsExactly("KT1-ORDER_x.csv");
  }

  @Test
  void a_carrier_chosen_at_run_time_is_looked_at_too() {
    assertThatThrownBy(() -> send.sendBodyAndHeader("direct:chosen", FILE, "carrier", "courier"))
        .hasRootCauseInstanceOf(WrongWay.class);
    assertThat(courier.files()).isEmpty();
  }

  @Test
  void what_becomes_of_an_order_on_its_way_is_stopped_as_well() {
    for (ForKt1Only one : List.of(BATCH, new OrderRows(BATCH, new byte[] {1}), FILE)) {
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
  void nothing_leaves_either_when_nobody_can_be_told() throws Exception {
    context.getRouteController().stopAllRoutes();
    refused("carriage:courier", FILE);
    assertThat(courier.files()).isEmpty();
  }

  private void refused(String way, Object body) {
    assertThatThrownBy(() -> send.sendBody(way, body))
        .isInstanceOf(CamelExecutionException.class)
        .hasRootCauseInstanceOf(WrongWay.class);
  }
}
