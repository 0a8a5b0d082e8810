package vn.kt1.gateway.web;

import java.util.Locale;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.rest.RestDefinition;
import org.springframework.stereotype.Component;

/**
 * Serves each call of the API: its path, and the route that answers it. A plain call is one bean
 * behind a step of the door; the others have their routes in {@code routes/}.
 *
 * <p>This is no route template: Camel joins a path to its route before it resolves the parameters
 * of a template, so the path would become a second route beside it.
 */
@Component
public class ApiRoutes extends RouteBuilder {

  @Override
  public void configure() {
    RestDefinition api =
        rest(ApiCall.BASE).id("api").description("The API of e-offices and people");
    for (ApiCall call : ApiCalls.all()) {
      serve(api, call);
      if (call.step() != null) {
        answer(call.id(), call.step());
      }
    }
  }

  private static void serve(RestDefinition api, ApiCall call) {
    api.verb(call.method().name().toLowerCase(Locale.ROOT), call.relative())
        .produces(call.produces() + "," + Problem.MEDIA_TYPE)
        .to("direct:" + call.id());
    if (call.consumes() != null) {
      api.consumes(call.consumes());
    }
  }

  private void answer(String id, ApiCall.Step step) {
    from("direct:" + id)
        .routeId(id)
        .routeDescription(step.description())
        .routeConfigurationId("http-errors")
        .bean("httpDoor", "enter")
        .bean(step.bean(), step.method());
  }
}
