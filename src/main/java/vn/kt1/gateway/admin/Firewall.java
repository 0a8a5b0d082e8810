package vn.kt1.gateway.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import vn.kt1.gateway.shipment.Fault.Code;

/**
 * Turns away, on both ports and before anybody is known, what no decent client writes: odd paths,
 * headers that are no text, media types that are none.
 */
@Configuration(proxyBeanMethods = false)
class Firewall {

  @Bean
  HttpFirewall httpFirewall() {
    return new AtOnce();
  }

  /** SECURITY: nothing of the request is told or logged; the framework's own answer quotes it. */
  @Bean
  RequestRejectedHandler requestRejectedHandler() {
    return (request, response, rejected) -> {
      Problems.because(request, "odd-request");
      Code code = rejected instanceof NoMediaType type ? type.code : Code.BAD_PARAMETER;
      Problems.write(request, response, code);
    };
  }

  /**
   * SECURITY: looks at every header at once. By itself the framework looks when somebody reads one,
   * deep in a route, where its refusal is a fault of ours and quotes the header in a log.
   */
  private static final class AtOnce extends StrictHttpFirewall {
    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
      FirewalledRequest checked = super.getFirewalledRequest(request);
      for (String name : Collections.list(checked.getHeaderNames())) {
        checked.getHeaders(name).asIterator().forEachRemaining(value -> {});
      }
      mediaTypes(checked, HttpHeaders.ACCEPT, Code.NOT_ACCEPTABLE);
      mediaTypes(checked, HttpHeaders.CONTENT_TYPE, Code.UNSUPPORTED_MEDIA_TYPE);
      return checked;
    }

    private static void mediaTypes(HttpServletRequest request, String header, Code code) {
      List<String> written = Collections.list(request.getHeaders(header));
      try {
        MediaType.parseMediaTypes(written);
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        // Some texts are more than the parser bears.
        throw new NoMediaType(code);
      }
    }
  }

  private static final class NoMediaType extends RequestRejectedException {
    private static final long serialVersionUID = 1L;
    private final Code code;

    private NoMediaType(Code code) {
      super("not a media type");
      this.code = code;
    }
  }
}
