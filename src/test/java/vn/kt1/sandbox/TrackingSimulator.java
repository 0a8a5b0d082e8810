package vn.kt1.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Plays the post's tracking API with the oddities integrators tell of; {@code PUT
 * /_sim/items/{code}} gives it a status history to serve. No real host is ever called.
 */
public final class TrackingSimulator implements AutoCloseable {
  private static final String ITEMS = "/_sim/items/";

  /** Who may log in. */
  public record Login(String user, String password, String customer) {}

  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "tracking-simulator");
            thread.setDaemon(true);
            return thread;
          });
  private final SimulatedItems items;
  private final SimulatedFault faults = new SimulatedFault();
  private final AtomicInteger calls = new AtomicInteger();
  private final SimulatedLogins logins;

  public TrackingSimulator(Path folder, int port, Login login) throws IOException {
    this.items = new SimulatedItems(folder);
    this.logins = new SimulatedLogins(login);
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
  }

  public TrackingSimulator start() {
    server.start();
    return this;
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public SimulatedItems items() {
    return items;
  }

  /** From now on; {@code NORMAL} also lets go of whoever hangs. */
  public void mode(SimulatedFault.Mode mode) {
    faults.set(mode);
  }

  /** The same for one item; all others are answered well. */
  public void mode(SimulatedFault.Mode mode, String code) {
    faults.set(mode, code);
  }

  /** Questions about items so far, and logins. */
  public int calls() {
    return calls.get();
  }

  public int logins() {
    return logins.count();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      byte[] body = exchange.getRequestBody().readAllBytes();
      String call = exchange.getRequestMethod() + " " + path;
      if (call.equals("POST /GetAccessToken")) {
        answer(exchange, 200, logins.token(SimulatedAnswers.tree(body)));
      } else if (call.equals("GET /GetStatusHistoryOrder")) {
        ask(exchange);
      } else if (call.equals("PUT /_sim/mode")) {
        mode(exchange, new String(body, StandardCharsets.UTF_8));
      } else if (path.startsWith(ITEMS) && path.length() > ITEMS.length()) {
        item(exchange, path.substring(ITEMS.length()), body);
      } else {
        answer(exchange, 404, sentence("there is nothing here"));
      }
    }
  }

  private void ask(HttpExchange exchange) throws IOException {
    int call = calls.getAndIncrement();
    if (!logins.letsIn(exchange.getRequestHeaders().getFirst("token"))) {
      answer(exchange, 401, SimulatedAnswers.of(Map.of("success", false)));
    } else if (!faults.play(exchange, parameter(exchange, "code"))) {
      Optional<List<SimulatedEntry>> known = items.get(parameter(exchange, "code"));
      answer(
          exchange,
          200,
          known.isPresent()
              ? SimulatedAnswers.history(known.get(), call)
              : SimulatedAnswers.of(Map.of("Code", "99", "Message", "không tìm thấy")));
    }
  }

  private void item(HttpExchange exchange, String code, byte[] body) throws IOException {
    switch (exchange.getRequestMethod()) {
      case "PUT" -> {
        try {
          items.put(code, SimulatedAnswers.read(body));
          answer(exchange, 200, SimulatedAnswers.stored(code, items.get(code).orElseThrow()));
        } catch (IllegalArgumentException unreadable) {
          answer(exchange, 400, sentence(String.valueOf(unreadable.getMessage())));
        }
      }
      case "GET" -> {
        Optional<List<SimulatedEntry>> known = items.get(code);
        if (known.isPresent()) {
          answer(exchange, 200, SimulatedAnswers.stored(code, known.get()));
        } else {
          answer(exchange, 404, sentence("no history was put for this item"));
        }
      }
      default -> answer(exchange, 405, sentence("PUT or GET"));
    }
  }

  private void mode(HttpExchange exchange, String name) throws IOException {
    try {
      String word = name.replaceAll("[^A-Za-z_]", "").toUpperCase(Locale.ROOT);
      mode(SimulatedFault.Mode.valueOf(word));
      answer(exchange, 204, new byte[0]);
    } catch (IllegalArgumentException unknown) {
      answer(exchange, 400, sentence("one of " + List.of(SimulatedFault.Mode.values())));
    }
  }

  private static String parameter(HttpExchange exchange, String name) {
    String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    for (String pair : query.split("&")) {
      if (pair.startsWith(name + "=")) {
        return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  private static byte[] sentence(String text) {
    return SimulatedAnswers.of(Map.of("message", text));
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    faults.set(SimulatedFault.Mode.NORMAL);
    server.stop(0);
    threads.shutdownNow();
  }
}
