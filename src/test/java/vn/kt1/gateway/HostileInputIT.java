package vn.kt1.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import vn.kt1.testing.Hostile;
import vn.kt1.testing.Hostile.Input;
import vn.kt1.testing.Published;
import vn.kt1.testing.Published.Call;
import vn.kt1.testing.Published.In;
import vn.kt1.testing.Published.Place;
import vn.kt1.testing.RawHttp;
import vn.kt1.testing.RawHttp.Answer;

/**
 * What a scanner would try, in every place of every call that docs/openapi.yaml publishes: nobody
 * learns, changes, breaks or delays anything by it, and nothing of it is kept or logged.
 */
@ExtendWith(OutputCaptureExtension.class)
class HostileInputIT extends RestGateway {

  /** Of one login two calls at once: more of the dear ones are refused. */
  private final Map<String, Semaphore> turns = new ConcurrentHashMap<>();

  /** A caller of this test only: what it loses by failures, nobody else loses. */
  private record Who(String name, String authorization, String unit) {}

  private static final String CANARY = "Canary" + Hostile.MARK.hashCode();
  private static final String PASSWORD = "a password nobody guesses, least of all this test";

  private static final List<String> UNPUBLISHED =
      List.of("Accept", "Content-Type", "CamelHttpUri", "X-HTTP-Method-Override", "Cookie");

  /** Words of our own code, of libraries and of databases that no problem body may hold. */
  private static final Pattern INNARDS =
      Pattern.compile(
          "(?i)vn\\.kt1|exception|stack ?trace|\\bat [a-z]+\\.|org\\.|java\\.|jdbc|psql|sqlstate"
              + "|syntax error|select .* from|insert into|relation \"|ERROR:");

  private static final Pattern LOOT =
      Pattern.compile(Pattern.quote(Hostile.WORKED_OUT) + "|\\$argon2|root:x:|token_sha256");

  private static final Published PUBLISHED = Published.read();
  private static final Map<String, Who> ALL = new LinkedHashMap<>();
  private static final Map<Call, List<Who>> TRIED = new LinkedHashMap<>();
  private static final Map<Call, List<Who>> WELCOME = new LinkedHashMap<>();
  private static String handOff = "";
  private static String shipment = "";

  private final Queue<String> faults = new ConcurrentLinkedQueue<>();

  /** Hand-offs with something hostile in them that was accepted as a mere text. */
  private final Queue<String> stored = new ConcurrentLinkedQueue<>();

  private final Queue<String> made = new ConcurrentLinkedQueue<>();
  private Map<String, Long> before = Map.of();

  /** Of how many inputs one is tried in a place, another in the next; all: WholeHostileInputIT. */
  int oneIn() {
    return 8;
  }

  @BeforeEach
  void come_in() {
    if (ALL.isEmpty()) {
      letIn();
      String mine = freshId();
      shipment = handedOver("partner", mine, "H24.61", "\"code\": \"H24.31\"");
      handOff = mine;
      String other = "\"name\": \"%s\", \"address\": \"%s\"".formatted(CANARY, CANARY);
      handedOver("other partner", freshId(), "H48.16", other);
      // The web-hook of the post is for addresses, not for people: WebhookIT.
      PUBLISHED.calls().stream()
          .filter(call -> !call.path().startsWith("/webhooks/"))
          .forEach(this::find);
      made.clear();
    }
    before = counts();
  }

  private void letIn() {
    admit("partner", partner("hp-eoffice"), "H24.16");
    admit("other partner", partner("qn-eoffice"), "H48.16");
    for (String role :
        List.of("clerk", "operator", "auditor", "admin", "policy", "department-hai-phong")) {
      // A cheap hash: thousands of calls are made here, and the price of a password is not the
      // matter.
      String hash = new Argon2PasswordEncoder(16, 32, 1, 64, 1).encode(PASSWORD);
      jdbc.sql(
              """
              insert into login select (jsonb_populate_record(known,
                jsonb_build_object('name', 'hostile-' || name, 'password_hash', :hash))).*
              from login known where name = :role on conflict do nothing
              """)
          .param("role", role)
          .param("hash", hash)
          .update();
      String login = "hostile-" + role + ":" + PASSWORD;
      admit(role, "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8)), "H24.61");
    }
  }

  private static void admit(String name, String authorization, String unit) {
    ALL.put(name, new Who(name, authorization, unit));
  }

  private String handedOver(String who, String id, String sender, String recipient) {
    String body =
        """
        {"handOffId": "%s", "sender": "%s", "handedOffAt": "%s", "envelopes": [{"envelopeId": "1",
          "recipient": {%s}, "secrecy": "SECRET", "enteredInRegister": true, "network": "HAND"}]}
        """
            .formatted(id, sender, now(), recipient);
    JsonNode receipt = json(post(ALL.get(who).authorization(), body));
    return receipt.at("/shipments/0/shipmentId").asText();
  }

  /** Those who are always tried, and where none of them is let in, the first other one who is. */
  private void find(Call call) {
    List<Who> tried = new ArrayList<>(who("partner", "clerk", "operator", "auditor"));
    List<Who> welcome = new ArrayList<>(tried.stream().filter(who -> welcome(call, who)).toList());
    if (welcome.isEmpty()) {
      who("admin", "policy", "department-hai-phong").stream()
          .filter(who -> welcome(call, who))
          .findFirst()
          .ifPresent(welcome::add);
      tried.addAll(welcome);
    }
    assertThat(welcome).as("%s is for somebody", call).isNotEmpty();
    TRIED.put(call, tried);
    WELCOME.put(call, welcome);
  }

  private boolean welcome(Call call, Who who) {
    return ask(who, new Place(call, In.HEADER, "", JSON.missingNode()), null).status() != 403;
  }

  private static List<Who> who(String... names) {
    return Stream.of(names).map(ALL::get).toList();
  }

  @Test
  void a_condition_that_holds_and_one_that_does_not_are_answered_alike() {
    each(this::asksTheDatabase);
  }

  private void asksTheDatabase(Place place, Who who, int number) {
    if (place.in() == In.HEADER || !WELCOME.get(place.call()).contains(who)) {
      return;
    }
    int most = items(ask(who, new Place(place.call(), In.HEADER, "", place.schema()), null));
    for (int pairs = number % oneIn(); pairs < Hostile.PAIRS.size(); pairs += oneIn()) {
      Hostile.Pair pair = Hostile.PAIRS.get(pairs);
      Answer yes = judged(place, who, pair.yes());
      Answer no = judged(place, who, pair.no());
      if (yes.status() != no.status() || items(yes) != items(no) || items(yes) > most) {
        faults.add(place + " as " + who.name() + ": is asked of the database: " + pair.yes());
      }
    }
  }

  /** How many rows an answer shows; none where it shows no list. */
  private static int items(Answer answer) {
    return answer.status() == 200 && answer.header("Content-Type").startsWith("application/json")
        ? read(answer).path("items").size()
        : 0;
  }

  private static JsonNode read(Answer answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException(answer.head(), e);
    }
  }

  @Test
  void no_input_in_any_place_finds_changes_breaks_or_delays_anything() {
    each(this::tries);
    assertThat(stored).as("accepted as texts").isNotEmpty();
    List<Callable<Void>> again = new ArrayList<>();
    for (String id : stored) {
      for (String path : List.of("/hand-offs/" + id, "/hand-offs/" + id + "/slip")) {
        again.add(() -> shown(path));
      }
    }
    again.add(() -> shown("/shipments?limit=200"));
    together(again);
  }

  /** What was kept as a text is a text when it is shown as well. */
  private @Nullable Void shown(String path) throws IOException {
    Who partner = ALL.get("partner");
    Answer answer = send(partner, "GET", "/api/v1" + path, List.of(), new byte[0]);
    if (answer.status() != 200 || LOOT.matcher(answer.text()).find()) {
      faults.add("GET " + path + " answers " + answer.head());
    }
    return null;
  }

  /** Everything by one of those who are let in, a little by each of those who are not. */
  private void tries(Place place, Who who, int number) {
    List<Who> welcome = WELCOME.get(place.call());
    int turn = welcome.indexOf(who);
    int share = (turn < 0 ? 16 : welcome.size()) * (place.in() == In.HEADER ? 8 : 1) * oneIn();
    IntStream.range(0, Hostile.INPUTS.size())
        .filter(input -> (input + number) % share == Math.max(0, turn))
        .forEach(input -> judged(place, who, Hostile.INPUTS.get(input)));
  }

  private interface Attempt {
    void at(Place place, Who who, int number);
  }

  /** In each place as each caller, reading before writing: what is listed meanwhile stays. */
  private void each(Attempt attempt) {
    together(attempts(attempt, call -> !call.writes()));
    together(attempts(attempt, Call::writes));
  }

  private static List<Callable<Void>> attempts(Attempt attempt, Predicate<Call> which) {
    List<Callable<Void>> attempts = new ArrayList<>();
    int number = 0;
    for (Call call : TRIED.keySet().stream().filter(which).toList()) {
      for (Place place : places(call)) {
        int at = number++;
        for (Who who : TRIED.get(call)) {
          attempts.add(
              () -> {
                attempt.at(place, who, at);
                return null;
              });
        }
      }
    }
    return attempts;
  }

  private static List<Place> places(Call call) {
    List<Place> places = new ArrayList<>(call.places());
    // Any text is a good password, and would be the caller's own from then on: LoginsIT.
    places.removeIf(place -> place.in() == In.BODY && call.path().equals("/password"));
    UNPUBLISHED.forEach(name -> places.add(new Place(call, In.HEADER, name, JSON.missingNode())));
    return places;
  }

  private void together(List<Callable<Void>> attempts) {
    // As many as the dearest calls may be under way at once: see admin.Loads.
    ExecutorService pool = Executors.newFixedThreadPool(6);
    try {
      for (Future<Void> attempt : pool.invokeAll(attempts)) {
        attempt.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      pool.shutdownNow();
    }
    assertThat(faults.stream().limit(30)).isEmpty();
  }

  private Answer judged(Place place, Who who, Input input) {
    Answer answer = ask(who, place, input);
    Set<Integer> more =
        switch (place.in()) {
          case PATH -> Set.of(400, 404, 405);
          case HEADER -> Set.of(400, 406, 415);
          default -> Set.of();
        };
    boolean documented =
        place.call().statuses().contains(answer.status()) || more.contains(answer.status());
    judge(place + " as " + who.name() + ": " + input, answer, documented && answer.status() != 429);
    boolean stranger =
        !who.unit().startsWith("H48") && !who.name().matches("operator|auditor|policy");
    if (stranger && answer.text().contains(CANARY)) {
      faults.add(place + " as " + who.name() + ": shows another's: " + input);
    }
    return answer;
  }

  private void judge(String what, Answer answer, boolean expected) {
    boolean problem = answer.status() >= 400;
    String all = answer.head() + answer.text();
    if (!expected || answer.status() >= 500) {
      faults.add(what + ": answers " + answer.head().lines().findFirst().orElse(""));
    }
    if (problem && !answer.header("Content-Type").startsWith("application/problem+json")) {
      faults.add(what + ": no problem body: " + answer.head());
    }
    if (problem && (all.contains(Hostile.MARK) || INNARDS.matcher(answer.text()).find())) {
      faults.add(what + ": tells too much: " + all);
    }
    if (LOOT.matcher(all).find() || !answer.header("X-Hostile").isEmpty()) {
      faults.add(what + ": works: " + all);
    }
  }

  private Answer ask(Who who, Place place, @Nullable Input input) {
    Call call = place.call();
    Map<String, Object> known = known(who);
    List<String> headers = new ArrayList<>();
    byte[] body = new byte[0];
    if (!call.body().isMissingNode()) {
      body = body(place, input, known);
      if (!place.name().equals("Content-Type")) {
        headers.add("Content-Type: application/json");
      }
    }
    if (place.in() == In.HEADER && input != null) {
      headers.add(place.name() + ": " + input.text());
    }
    try {
      Answer answer = send(who, call.method(), target(place, input), headers, body);
      note(place, who, answer, String.valueOf(known.get("handOffId")));
      return answer;
    } catch (IOException e) {
      faults.add(place + " as " + who.name() + ": " + e + ": " + input);
      return new Answer(0, "", new byte[0]);
    }
  }

  private void note(Place place, Who who, Answer answer, String id) {
    if (answer.status() == 201) {
      made.add(place.call().toString());
      if (place.name().matches(".*/recipient/(name|address|addressee)")
          && who.name().equals("partner")) {
        stored.add(id);
      }
    }
  }

  private Answer send(Who who, String method, String target, List<String> headers, byte[] body)
      throws IOException {
    List<String> all = new ArrayList<>(List.of("Authorization: " + who.authorization()));
    all.addAll(headers);
    Semaphore turn = turns.computeIfAbsent(who.name(), name -> new Semaphore(2));
    turn.acquireUninterruptibly();
    try {
      return new RawHttp("127.0.0.66", port(), Duration.ofSeconds(20))
          .send(method, target, all, body);
    } finally {
      turn.release();
    }
  }

  private Map<String, Object> known(Who who) {
    return Map.of(
        "handOffId",
        freshId(),
        "envelopeId",
        "1",
        "sender",
        who.unit(),
        "handedOffAt",
        now(),
        "date-time",
        now(),
        "code",
        "H24.31",
        "secrecy",
        "SECRET",
        "enteredInRegister",
        true,
        "network",
        "HAND");
  }

  private String target(Place place, @Nullable Input input) {
    String path = "/api/v1" + place.call().path();
    List<String> query = new ArrayList<>();
    for (Place one : place.call().places()) {
      boolean here = one.equals(place) && input != null;
      if (one.in() == In.PATH) {
        path = path.replace("{" + one.name() + "}", here ? input.inAddress() : named(one));
      } else if (one.in() == In.QUERY && (here || one.name().equals("province"))) {
        query.add(one.name() + "=" + (here ? input.inAddress() : "hai-phong"));
      }
    }
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }

  private static String named(Place place) {
    return switch (place.name()) {
      case "handOffId" -> handOff;
      case "shipmentId" -> shipment;
      case "year" -> "2026";
      default -> Published.plain(place.schema(), Map.of("date-time", now()));
    };
  }

  private static byte[] body(Place place, @Nullable Input input, Map<String, Object> known) {
    JsonNode body = PUBLISHED.body(place.call().body(), known);
    if (input != null && place.in() == In.FIELD_NAME) {
      Published.put(body, place.name() + "/", input.text(), "x");
    } else if (input != null && place.in() == In.BODY) {
      int last = place.name().lastIndexOf('/');
      Published.put(
          body,
          place.name().substring(0, last + 1),
          place.name().substring(last + 1),
          input.text());
    }
    return body.toString().getBytes(UTF_8);
  }

  @Test
  void no_input_finds_anything_on_the_management_port() throws IOException {
    for (int number = 0; number < Hostile.INPUTS.size(); number += oneIn()) {
      Input input = Hostile.INPUTS.get(number);
      String at = input.inAddress();
      Who who = ALL.get(at.length() % 3 == 0 ? "operator" : "admin");
      manage(who, "GET", "/actuator/health/" + at, "");
      manage(who, "GET", "/actuator/prometheus?includedNames=" + at, "");
      manage(who, "GET", "/actuator/camelroutes/" + at + "/detail", "");
      manage(who, "POST", "/actuator/camelroutes/" + at + "/stop", "{}");
      manage(who, "POST", "/actuator/camelroutes/status/" + at, "{}");
      manage(who, "POST", "/actuator/parked/" + at + "/retry", "{}");
      manage(who, "POST", "/actuator/parked/1/" + at, "{}");
      String reason = JSON.createObjectNode().put("reason", input.text()).toString();
      manage(who, "POST", "/actuator/parked/none/give-up", reason);
    }
    assertThat(faults.stream().limit(30)).isEmpty();
  }

  @Test
  void no_page_of_another_site_acts_for_the_person_at_a_browser() throws IOException {
    Who operator = ALL.get("operator");
    String id = freshId();
    String mine = handedOver("partner", id, "H24.16", "\"code\": \"H24.31\"");
    made.add("POST /hand-offs");
    String cancel = "/api/v1/shipments/" + mine + "/cancellation";
    for (String site : List.of("cross-site", "same-site", "x")) {
      Answer refused =
          send(operator, "POST", cancel, List.of("Sec-Fetch-Site: " + site), new byte[0]);
      judge(site, refused, refused.status() == 403);
    }
    assertThat(faults).isEmpty();
    List<String> own = List.of("Sec-Fetch-Site: same-origin");
    assertThat(send(operator, "POST", cancel, own, new byte[0]).status()).isEqualTo(200);
  }

  @Test
  void nobody_gets_a_request_echoed() throws IOException {
    Who admin = ALL.get("admin");
    manage(admin, "TRACE", "/actuator/health", "");
    String mark = "X-Trace: " + Hostile.MARK;
    Answer answer = send(admin, "TRACE", "/api/v1/shipments", List.of(mark), new byte[0]);
    judge("TRACE", answer, Set.of(400, 405).contains(answer.status()));
    assertThat(faults).isEmpty();
  }

  private void manage(Who who, String method, String target, String body) throws IOException {
    List<String> headers = new ArrayList<>(List.of("Authorization: " + who.authorization()));
    headers.add("Content-Type: application/json");
    Answer answer =
        new RawHttp("127.0.0.66", managementPort(), Duration.ofSeconds(20))
            .send(method, target, headers, body.getBytes(UTF_8));
    boolean wanted = Set.of(200, 400, 403, 404, 405, 422).contains(answer.status());
    judge(method + " " + target + " as " + who.name(), answer, wanted);
  }

  @Test
  void no_input_is_anybodys_name_password_or_token() throws IOException {
    // From an address of its own, since so many failures may shut an address out for a while.
    RawHttp http = new RawHttp("127.0.0.67", port(), Duration.ofSeconds(20));
    for (int number = 0; number < Hostile.INPUTS.size(); number += 5) {
      String text = Hostile.INPUTS.get(number).text();
      String login = Base64.getEncoder().encodeToString((text + ":" + text).getBytes(UTF_8));
      for (String value : List.of("Bearer " + text, "Basic " + login, "Basic " + text, text)) {
        Answer answer =
            http.send("GET", "/api/v1/shipments", List.of("Authorization: " + value), new byte[0]);
        judge(value, answer, Set.of(400, 401, 429).contains(answer.status()));
      }
    }
    assertThat(faults.stream().limit(30)).isEmpty();
  }

  /** Nothing was logged, kept as evidence, written to a disk, lost or added unasked. */
  @AfterEach
  void leave_no_trace(CapturedOutput log) throws IOException {
    LoggerFactory.getLogger("vn.kt1.gateway.hostile").warn("the log is looked at");
    assertThat(log.getAll()).contains("the log is looked at").doesNotContain(Hostile.MARK);
    assertThat(
            jdbc.sql("select row_to_json(e)::text from evidence e where e::text like :mark")
                .param("mark", "%" + Hostile.MARK + "%")
                .query(String.class)
                .list())
        .isEmpty();
    for (Map.Entry<Path, Integer> folder :
        Map.of(Path.of("/tmp"), 1, Path.of(""), 1, Path.of("target"), 3).entrySet()) {
      try (Stream<Path> files = Files.walk(folder.getKey(), folder.getValue())) {
        assertThat(files.filter(file -> file.toString().contains(Hostile.MARK))).isEmpty();
      }
    }
    Map<String, Long> after = counts();
    assertThat(after.get("tables")).isEqualTo(before.get("tables"));
    assertThat(after.get("known logins")).isEqualTo(before.get("known logins"));
    assertThat(after.get("evidence")).isGreaterThanOrEqualTo(before.get("evidence"));
    long taken = made.stream().filter("POST /hand-offs"::equals).count();
    assertThat(after.get("hand_off")).isEqualTo(before.get("hand_off") + taken);
    for (String table : List.of("login", "partner_token")) {
      assertThat(after.get(table))
          .as(table)
          .isBetween(before.get(table), before.get(table) + made.size() - taken);
    }
  }

  private Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (String table : List.of("login", "partner_token", "evidence", "hand_off")) {
      counts.put(table, number("select count(*) from " + table));
    }
    counts.put("tables", number("select count(*) from pg_tables where schemaname = 'public'"));
    counts.put(
        "known logins",
        number(
            """
            select bit_xor(hashtextextended(name || role || password_hash, 0)) from login
            where name not like 'hostile-%'
            """));
    return counts;
  }

  private long number(String query) {
    return jdbc.sql(query).query(Long.class).single();
  }
}
