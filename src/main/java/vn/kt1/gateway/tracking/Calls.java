package vn.kt1.gateway.tracking;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.kt1.gateway.tracking.TrackingHealth.Kind;

/** One request at a time, whole within the deadline or not at all; redirects are not followed. */
class Calls {

  /** A status and the bytes that came with it. */
  record Reply(int status, byte[] body) {
    boolean unauthorised() {
      return status == 401 || status == 403;
    }

    NoAnswer refusal() {
      boolean whateverIsAsked = status == 429 || status == 503;
      return whateverIsAsked ? NoAnswer.ofAll(Kind.STATUS) : new NoAnswer(Kind.STATUS);
    }
  }

  private final String base;
  private final TrackingSettings settings;
  private final HttpClient http;

  Calls(URI base, TrackingSettings settings) {
    this.base = base.toString().replaceFirst("/+$", "");
    this.settings = settings;
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
   */
  Reply send(HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> reply =
        http.sendAsync(request, ignored -> new CountedBody(settings.largestAnswer().toBytes()));
    try {
      HttpResponse<byte[]> whole = reply.get(settings.deadline().toMillis(), TimeUnit.MILLISECONDS);
      return new Reply(whole.statusCode(), whole.body());
    } catch (TimeoutException late) {
      throw new NoAnswer(Kind.TOO_LATE);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new NoAnswer(Kind.UNREACHABLE);
    } catch (ExecutionException failed) {
      throw why(failed);
    } finally {
      reply.cancel(true); // nothing of it stays open behind us
    }
  }

  private static NoAnswer why(ExecutionException failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof NoAnswer known) {
        return known;
      }
      if (cause instanceof java.net.http.HttpTimeoutException) {
        return new NoAnswer(Kind.TOO_LATE);
      }
    }
    return new NoAnswer(Kind.UNREACHABLE);
  }
}
