package vn.kt1.gateway.routes;

import java.util.ArrayList;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.component.mock.MockComponent;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Bean;
import vn.kt1.gateway.web.ApiRoutes;

/**
 * All routes, each begun by a {@code direct:} of its id instead of a server or a clock. No
 * {@code @Configuration}: a gateway that a test starts would find it.
 */
@ImportAutoConfiguration(CamelAutoConfiguration.class)
class RoutesAlone {

  private static final Map<String, Object> PARTNERS_DROP =
      Map.of(
          "server", "drop",
          "folder", "hp-eoffice/outbox",
          "strategy", "partnerDrop",
          "most", "100",
          "then", "register");

  @Bean
  static Recorder recorder() {
    return new Recorder();
  }

  @Bean
  static BeanDefinitionRegistryPostProcessor standIns(Recorder recorder) {
    return new StandIns(recorder);
  }

  @Bean
  RoutePolicyFactory passages(Recorder recorder) {
    return (context, id, route) -> recorder.passages();
  }

  @Bean
  ApiRoutes calls() {
    return new ApiRoutes();
  }

  @Bean
  Player player(CamelContext context, Recorder recorder) {
    return new Player(context, recorder);
  }

  @Bean
  CamelContextConfiguration begunByHand() {
    return new CamelContextConfiguration() {
      @Override
      public void beforeApplicationStart(CamelContext context) {
        ModelCamelContext model = (ModelCamelContext) context;
        open(context, "hand-off-by-mail", "hand-off-by-mail", Map.of());
        open(context, "dispatch", "dispatch-mail", Map.of("line", "mail", "every", "1000"));
        open(context, "drop", "hand-off-by-sftp", PARTNERS_DROP);
        new ArrayList<>(model.getRouteDefinitions()).forEach(route -> advise(context, route));
      }

      @Override
      public void afterApplicationStart(CamelContext context) {
        // All is done before the first route starts.
      }
    };
  }

  /** As a door opens it, for one partner or where its server is named. */
  private static void open(
      CamelContext context, String template, String id, Map<String, Object> parameters) {
    TemplatedRouteBuilder.builder(context, template).routeId(id).parameters(parameters).add();
  }

  private static void advise(CamelContext context, RouteDefinition route) {
    try {
      AdviceWith.adviceWith(
          context,
          route.getRouteId(),
          false,
          advice -> advice.replaceFromWith("direct:" + route.getRouteId()));
    } catch (Exception e) {
      throw new IllegalStateException("no advice for route " + route.getRouteId(), e);
    }
  }

  /** The ends of the lines; what arrives there is a step like any other. */
  @Bean("courier")
  MockComponent courier() {
    return new MockComponent();
  }
}
