package vn.kt1.gateway.security;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Counter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.server.Bodies;
import vn.kt1.gateway.server.EmptiedRequest;
import vn.kt1.gateway.server.Problems;
import vn.kt1.gateway.server.RequestFilter;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.web.Call;

/**
 * Lets the web-hook of the post in by its address. All its addresses share one rate, because they
 * are one sender. SECURITY: such a caller acts for no unit and may only give a hint.
 */
final class WebhookFilter extends RequestFilter {

  /** The largest body of a web-hook (CONTRACT, 3), in bytes. */
  static final int LARGEST_BODY = 256 * 1024;

  /** It cannot be a partner: an id of a partner has no blank. */
  private static final Caller POST = new Caller("the post", Role.PARTNER, Set.of(), null);

  private final List<IpAddressMatcher> sources;
  private final Bodies bodies;
  private final Bucket calls;
  private final Counter limited;

  WebhookFilter(WebhookSettings settings, Bodies bodies, TimeMeter time, Counter limited) {
    this.sources = settings.addresses();
    this.bodies = bodies;
    this.calls =
        Bucket.builder()
            .addLimit(
                limit ->
                    limit
                        .capacity(settings.requestsPerMinute())
                        .refillGreedy(settings.requestsPerMinute(), Duration.ofMinutes(1)))
            .withCustomTimePrecision(time)
            .build();
    this.limited = limited;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    // SECURITY: the address of the connection itself; a header that claims another address is
    // ignored.
    if (sources.stream().noneMatch(source -> source.matches(request.getRemoteAddr()))) {
      Problems.because(request, "source");
      Problems.write(request, response, Code.FORBIDDEN);
      return;
    }
    RefusedCall.who(request, POST.name());
    ConsumptionProbe call = calls.tryConsumeAndReturnRemaining(1);
    if (!call.isConsumed()) {
      limited.increment();
      Duration wait = Duration.ofNanos(call.getNanosToWaitForRefill());
      Problems.tooMany(request, response, wait);
      return;
    }
    letIn(request, response, chain);
  }

  private void letIn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    byte[] body;
    try {
      body = bodies.read(request, POST, LARGEST_BODY);
    } catch (Bodies.NotRead why) {
      why.tell(request, response);
      return;
    }
    new Call(
            POST,
            request.getRemoteAddr(),
            Problems.locale(request),
            Problems.correlationId(request),
            Map.of(),
            Map.of(),
            body)
        .letIn(request);
    chain.doFilter(new EmptiedRequest(request), response);
  }
}
