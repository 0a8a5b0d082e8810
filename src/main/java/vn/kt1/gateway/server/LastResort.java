package vn.kt1.gateway.server;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.web.Problem;

/**
 * Answers with a problem body when Tomcat itself refuses a request (a NUL in the path, a broken
 * header).
 */
@Component
class LastResort implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addContextCustomizers(
        context -> {
          if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(ProblemValve.class.getName());
          }
        });
  }

  /** Tomcat creates it by its class name, so it is public and has no constructor arguments. */
  public static final class ProblemValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, Throwable failure) {
      if (response.getStatus() < 400 || response.getContentWritten() > 0) {
        return;
      }
      Code code = ProblemAdvice.code(response.getStatus());
      Problem answer = Problem.of(code, Problems.correlationId(request));
      // Tomcat has reset the response, so the headers of the filters are lost.
      AnswerHeaders.write(request.isSecure(), response::setHeader);
      try {
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream().write(answer.json(Problems.locale(request)));
        response.finishResponse();
      } catch (IOException | IllegalStateException e) {
        // The sender has gone, or a part of an answer was already written: nobody can be told.
      }
    }
  }
}
