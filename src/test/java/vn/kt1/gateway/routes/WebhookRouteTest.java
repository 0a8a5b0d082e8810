package vn.kt1.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.component.jackson.JacksonConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.gateway.shipment.Rejected;

/** The post's web-hook through the strict mapper. */
@WithRoutes
class WebhookRouteTest {

  private final Recorder recorder;
  private final Player player;

  WebhookRouteTest(Recorder recorder, Player player) {
    this.recorder = recorder;
    this.player = player;
  }

  @BeforeEach
  void begin() {
    recorder.begin();
  }

  @Test
  void the_bean_reads_a_tree_whatever_the_keys() {
    hint("{\"Data\": [{\"ItemCode \": \"EA1\", \"x\": {}}]}", exchange -> {});
    assertThat(recorder.step("webhook.read").given())
        .singleElement()
        .isInstanceOfSatisfying(
            JsonNode.class,
            tree -> assertThat(tree.at("/Data/0/ItemCode ").textValue()).isEqualTo("EA1"));
  }

  static String[] unreadable() {
    return new String[] {
      "",
      "EA1",
      "{\"data\":[",
      "\u0000",
      "{\"data\":[],\"data\":[]}",
      "{} {}",
      "[".repeat(33) + "]".repeat(33),
      "{\"status\":" + "1".repeat(33) + "}",
      "{\"data\":\"" + "x".repeat((2 << 20) + 1) + "\"}"
    };
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void what_the_strict_mapper_cannot_read_is_the_senders_fault_and_no_hint(String body) {
    Exchange answered = hint(body, exchange -> {});
    assertThat(recorder.steps())
        .containsExactly("httpDoor.enter", "webhook.refuse", "httpDoor.rejected");
    assertThat(answered.getProperty(Exchange.EXCEPTION_CAUGHT))
        .isInstanceOfSatisfying(
            Rejected.class, told -> assertThat(told).hasMessage("[malformed]").hasNoCause());
  }

  /** Even if one came past the door. */
  @ParameterizedTest
  @ValueSource(strings = {JacksonConstants.UNMARSHAL_TYPE, "JMSType"})
  void no_header_chooses_what_is_made_of_a_body(String header) {
    hint("{}", exchange -> exchange.getMessage().setHeader(header, "java.util.LinkedHashMap"));
    assertThat(recorder.step("webhook.read").given()).singleElement().isInstanceOf(JsonNode.class);
  }

  private Exchange hint(String body, Consumer<Exchange> with) {
    return player.play(
        "webhook",
        exchange -> {
          exchange.getMessage().setBody(body.getBytes(StandardCharsets.UTF_8));
          with.accept(exchange);
        });
  }
}
