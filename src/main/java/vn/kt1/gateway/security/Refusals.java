package vn.kt1.gateway.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.kt1.gateway.access.Addresses;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.server.Problems;
import vn.kt1.gateway.shipment.Actor;
import vn.kt1.gateway.shipment.ShipmentId;

/**
 * Writes refusals into evidence: who, from where, what, why. The number of rows for one address is
 * limited. The next row tells how many were left out, so that evidence shows a flood but does not
 * drown in it.
 */
@Component
public class Refusals {

  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
  private static final int BURST = 200;

  private final Evidence evidence;
  private final LoadingCache<String, Page> pages =
      Caffeine.newBuilder()
          .maximumSize(100_000)
          .expireAfterAccess(Duration.ofHours(1))
          .build(address -> new Page());

  Refusals(Evidence evidence) {
    this.evidence = evidence;
  }

  private static final class Page {
    private final AtomicLong withheld = new AtomicLong();
    private final Bucket rows =
        Bucket.builder()
            .addLimit(limit -> limit.capacity(BURST).refillGreedy(1, Duration.ofSeconds(1)))
            .build();
  }

  /**
   * Writes down or counts an answer that is a refusal.
   *
   * @return whether it was one
   */
  public boolean note(HttpServletRequest request, int status) {
    boolean refusal = status == 401 || status == 403 || status == 429;
    if (!refusal && status != 404) {
      return false;
    }
    // A 404 of an unknown path hides nothing. A 404 of a published call may hide somebody else's
    // shipment.
    Optional<String> call = CallNames.of(request);
    if (!refusal && call.isEmpty()) {
      return false;
    }
    Page page = pages.get(Addresses.neighbourhood(request.getRemoteAddr()));
    if (page.rows.tryConsume(1)) {
      write(request, status, call.orElse("other"), page.withheld.getAndSet(0));
    } else {
      page.withheld.incrementAndGet();
    }
    return true;
  }

  private void write(HttpServletRequest request, int status, String call, long withheld) {
    Map<String, Object> detail = new TreeMap<>();
    detail.put("status", status);
    detail.put("correlationId", Problems.correlationId(request));
    RefusedCall.why(request).ifPresent(why -> detail.put("why", why));
    shipment(request).ifPresent(id -> detail.put("shipmentId", id));
    if (withheld > 0) {
      detail.put("withheldBefore", withheld);
    }
    Actor actor = new Actor(RefusedCall.who(request), request.getRemoteAddr());
    try {
      evidence.record(actor, "refused", call, null, detail);
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("a refusal could not be written down: {}", Problems.correlationId(request));
    }
  }

  /** SECURITY: the only part of a path that is kept is a valid shipment id. */
  private static Optional<String> shipment(HttpServletRequest request) {
    String[] segments = request.getRequestURI().split("/");
    return segments.length > 4 && ShipmentId.valid(segments[4])
        ? Optional.of(segments[4])
        : Optional.empty();
  }
}
