package vn.kt1.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The ways in which the tracking simulator fails to answer, on purpose. */
public final class SimulatedFault {
  private static final byte[] PAGE =
      "<!DOCTYPE html><html><body>Bảo trì hệ thống</body></html>".getBytes(StandardCharsets.UTF_8);

  private static final String OTHER =
      "{\"data\":[{\"itemCode\":\"ZZ999999999VN\",\"statusHistory\":[{\"createdDate\":\"22/11/2026\","
          + "\"createHour\":\"09:05:07\",\"statusCode\":\"14\"}]}]}";

  /** One at a time. */
  public enum Mode {
    NORMAL,
    HTML,
    ERROR_INSIDE,
    EMPTY,
    GARBAGE,
    HANG,
    TRICKLE,
    UNAUTHORISED,
    /** 401 once, and then well. */
    UNAUTHORISED_ONCE,
    FORBIDDEN,
    SERVER_ERROR,
    /** 500 once, and then well. */
    SERVER_ERROR_ONCE,
    BAD_GATEWAY,
    TOO_MANY,
    /** 429 with {@code Retry-After}. */
    TOO_MANY_FOR,
    UNAVAILABLE,
    REDIRECT,
    HUGE,
    /** Whole, and two seconds late. */
    SLOW,
    /** The line breaks in the middle of the body. */
    CUT,
    /** The history of an item nobody asked about. */
    WRONG_ITEM,
    /** Said to be gzip, and is not. */
    GARBAGE_GZIP
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Mode mode = Mode.NORMAL;
  private String only = "";

  void set(Mode next) {
    set(next, "");
  }

  /** For that item only; for all when it is empty. */
  void set(Mode next, String code) {
    lock.lock();
    try {
      mode = next;
      only = code;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Answers as badly as the mode says; false when it says to answer well. */
  boolean play(HttpExchange exchange, String code) throws IOException {
    lock.lock();
    Mode now;
    try {
      now = only.isEmpty() || only.equals(code) ? mode : Mode.NORMAL;
    } finally {
      lock.unlock();
    }
    switch (now) {
      case NORMAL -> {
        return false;
      }
      case HTML -> answer(exchange, 200, PAGE);
      case ERROR_INSIDE ->
          answer(exchange, 200, bytes("{\"success\":false,\"errorMessage\":\"bí mật\"}"));
      case EMPTY -> exchange.sendResponseHeaders(200, -1);
      case GARBAGE -> answer(exchange, 200, bytes("{\"data\":[{\"statusHistory\":"));
      case UNAUTHORISED -> exchange.sendResponseHeaders(401, -1);
      case UNAUTHORISED_ONCE -> {
        set(Mode.NORMAL);
        exchange.sendResponseHeaders(401, -1);
      }
      case FORBIDDEN -> exchange.sendResponseHeaders(403, -1);
      case SERVER_ERROR -> answer(exchange, 500, PAGE);
      case SERVER_ERROR_ONCE -> {
        set(Mode.NORMAL);
        answer(exchange, 500, PAGE);
      }
      case BAD_GATEWAY -> answer(exchange, 502, PAGE);
      case TOO_MANY_FOR -> {
        exchange.getResponseHeaders().set("Retry-After", "120");
        answer(exchange, 429, PAGE);
      }
      case SLOW -> {
        pause(Mode.SLOW, 2_000);
        return false;
      }
      case CUT -> {
        exchange.sendResponseHeaders(200, 1_000);
        exchange.getResponseBody().write(bytes("{\"data\":[{\"statusHistory\":[{"));
        exchange.getResponseBody().flush();
        throw new IOException("cut on purpose");
      }
      case WRONG_ITEM -> answer(exchange, 200, bytes(OTHER));
      case GARBAGE_GZIP -> {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        answer(exchange, 200, new byte[] {0x1f, (byte) 0x8b, 8, 0, 'b', 'a', 'd'});
      }
      case TOO_MANY -> answer(exchange, 429, PAGE);
      case UNAVAILABLE -> answer(exchange, 503, PAGE);
      case REDIRECT -> {
        exchange.getResponseHeaders().set("Location", "/_sim/items/X");
        exchange.sendResponseHeaders(302, -1);
      }
      case HANG -> pause(Mode.HANG, Long.MAX_VALUE);
      case TRICKLE -> trickle(exchange);
      case HUGE -> huge(exchange);
    }
    return true;
  }

  private void trickle(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    out.write(bytes("{\"data\":[]"));
    while (pause(Mode.TRICKLE, 100)) {
      out.write(' ');
      out.flush();
    }
    out.write('}');
  }

  private static void huge(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    byte[] blanks = bytes(" ".repeat(64 * 1024));
    for (int i = 0; i < 64; i++) {
      exchange.getResponseBody().write(blanks);
    }
    exchange.getResponseBody().write(bytes("{\"data\":[]}"));
  }

  /** Waits so many milliseconds, or until that mode is over; whether it still holds. */
  private boolean pause(Mode held, long millis) {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(Math.min(millis, 600_000));
      while (mode == held && left > 0) {
        left = changed.awaitNanos(left);
      }
      return mode == held;
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
