package vn.kt1.gateway.tracking;

import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import vn.kt1.gateway.tracking.TrackingHealth.Kind;

/**
 * Sends one request at a time, within the budget. The reply is complete within the deadline, or
 * counts as none. Redirects are not followed.
 */
class Calls {

  /** A status and the bytes that came with it. */
  record Reply(int status, byte[] body, @Nullable Duration retryAfter) {

    static Reply of(HttpResponse<byte[]> response) {
      Optional<Duration> wished =
          response
              .headers()
              .firstValue("Retry-After")
              .filter(seconds -> seconds.matches("[0-9]{1,6}"))
              .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
      return new Reply(response.statusCode(), response.body(), wished.orElse(null));
    }

    boolean unauthorised() {
      return status == 401 || status == 403;
    }

    /**
     * @throws NoAnswer where the status is not 200
     */
    byte[] accepted() {
      return switch (status) {
        case 200 -> body;
        case 401, 403 -> throw new NoAnswer(Kind.LOGIN_REFUSED);
        case 429, 503 -> throw NoAnswer.sentAway(Kind.STATUS, retryAfter);
        case 500, 502, 504 -> throw NoAnswer.passing(Kind.STATUS);
        default -> throw new NoAnswer(Kind.STATUS);
      };
    }
  }

  private final String base;
  private final TrackingSettings settings;
  private final Budget budget;
  private final TimeLimiter deadline;
  private final HttpClient http;

  Calls(URI base, TrackingSettings settings, Budget budget) {
    this.base = base.toString().replaceFirst("/+$", "");
    this.settings = settings;
    this.budget = budget;
    this.deadline =
        TimeLimiter.of(
            TimeLimiterConfig.custom()
                .timeoutDuration(settings.deadline())
                .cancelRunningFuture(true) // closes its connection, too
                .build());
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.deadline())
            .build();
  }

  HttpRequest.Builder to(String pathAndQuery) {
    return HttpRequest.newBuilder(URI.create(base + "/" + pathAndQuery))
        .header("Accept", "application/json");
  }

  /**
   * @throws NoAnswer when there is no whole reply in time
   * @throws NotNow when the budget is used up
   */
  Reply send(HttpRequest request) {
    budget.take();
    try {
      return Reply.of(
          deadline.executeFutureSupplier(
              () -> http.sendAsync(request, ignored -> counted(settings.largestAnswer()))));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new NoAnswer(Kind.UNREACHABLE);
    } catch (Exception failed) {
      throw why(failed);
    }
  }

  /** The body in memory, up to a limit; beyond it the connection is closed. */
  private static BodySubscriber<byte[]> counted(DataSize limit) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    return BodySubscribers.mapping(
        BodySubscribers.ofByteArrayConsumer(
            part -> {
              body.writeBytes(part.orElse(new byte[0]));
              if (body.size() > limit.toBytes()) {
                throw new NoAnswer(Kind.TOO_LARGE);
              }
            }),
        end -> body.toByteArray());
  }

  private static NoAnswer why(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof NoAnswer known) {
        return known;
      }
      if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
        return new NoAnswer(Kind.TOO_LATE);
      }
      if (cause instanceof SSLException) {
        return new NoAnswer(Kind.NOT_TRUSTED);
      }
    }
    return new NoAnswer(Kind.UNREACHABLE);
  }
}
