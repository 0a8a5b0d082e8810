package vn.kt1.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Plays the post's tracking API with the oddities integrators tell of; {@code PUT
 * /_sim/items/{code}} gives it a status history to serve, {@code PUT /_sim/mode} a fault, {@code
 * PUT /_sim/oddities} some oddities in the place of the mix. No real host is ever called.
 */
public final class TrackingSimulator implements AutoCloseable {
  static {
    // Each small answer would else wait for an acknowledgement, 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-uuuu");
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
  private final List<String> listings = new CopyOnWriteArrayList<>();
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private volatile Set<SimulatedOddity> oddities = Set.of();
  private volatile boolean paging = true;

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

  /** With exactly these from now on; none stands for a mix that changes with each call. */
  public void oddities(SimulatedOddity... wished) {
    oddities = Set.copyOf(List.of(wished));
  }

  /** Whether pages are told apart; else each is the first. */
  public void paging(boolean works) {
    paging = works;
  }

  /** Where news is told from now on, each change by a call of its own. */
  public void hookTo(URI address) {
    items.onChange(code -> threads.execute(() -> hook(address, code)));
  }

  /** Nobody is waited for, and nobody is told twice. */
  private void hook(URI address, String code) {
    try {
      ArrayNode orders = SimulatedAnswers.orders();
      List<SimulatedEntry> entries = items.get(code).orElse(List.of());
      orders.add(SimulatedAnswers.order(code, entries, Set.of()));
      http.send(
          HttpRequest.newBuilder(address)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofByteArray(SimulatedAnswers.hook(orders)))
              .build(),
          BodyHandlers.discarding());
    } catch (IOException missed) {
      // As with the post: what its web-hook misses is heard by the next question.
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /** Questions what has changed, so far, each by its query. */
  public List<String> listings() {
    return List.copyOf(listings);
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
      } else if (call.equals("GET /GetListOrder")) {
        list(exchange);
      } else if (call.equals("PUT /_sim/oddities")) {
        oddities(exchange, new String(body, StandardCharsets.UTF_8));
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
              ? SimulatedAnswers.history(parameter(exchange, "code"), known.get(), odd(call))
              : SimulatedAnswers.of(Map.of("Code", "99", "Message", "không tìm thấy")));
    }
  }

  private Set<SimulatedOddity> odd(int call) {
    return oddities.isEmpty() ? SimulatedOddity.mix(call) : oddities;
  }

  private void list(HttpExchange exchange) throws IOException {
    int call = calls.getAndIncrement();
    listings.add(exchange.getRequestURI().getRawQuery());
    if (!logins.letsIn(exchange.getRequestHeaders().getFirst("token"))) {
      answer(exchange, 401, SimulatedAnswers.of(Map.of("success", false)));
    } else if (!faults.play(exchange, "")) {
      LocalDate from = LocalDate.parse(parameter(exchange, "lastUpdateFrom"), DAY);
      LocalDate to = LocalDate.parse(parameter(exchange, "lastUpdateTo"), DAY);
      if (to.isBefore(from) || to.isAfter(from.plusDays(30))) {
        answer(exchange, 200, SimulatedAnswers.of(Map.of("success", false)));
        return;
      }
      ArrayNode orders = SimulatedAnswers.orders();
      int size = Integer.parseInt(parameter(exchange, "size"));
      long page = paging ? Long.parseLong(parameter(exchange, "page")) : 0;
      for (String code : items.changed(from, to).stream().skip(page * size).limit(size).toList()) {
        orders.add(SimulatedAnswers.order(code, items.get(code).orElse(List.of()), odd(call)));
      }
      answer(exchange, 200, SimulatedAnswers.list(orders, odd(call)));
    }
  }

  private void oddities(HttpExchange exchange, String names) throws IOException {
    try {
      oddities(
          Pattern.compile("[A-Z_]+")
              .matcher(names.toUpperCase(Locale.ROOT))
              .results()
              .map(name -> SimulatedOddity.valueOf(name.group()))
              .toArray(SimulatedOddity[]::new));
      answer(exchange, 204, new byte[0]);
    } catch (IllegalArgumentException unknown) {
      answer(exchange, 400, sentence("some of " + List.of(SimulatedOddity.values())));
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
