package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first pages of the console, as a browser meets them. */
class ConsoleIT extends RestGateway {

  private static final Pattern FORGERY = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final AtomicInteger NAMES = new AtomicInteger();
  private static final String FIRST = "tám con ngựa gỗ 1954";
  private static final String OWN = "mưa rơi trên mái tôn 7";

  /** One browser: follows redirects, keeps cookies, fills in forms with what they hold. */
  private final class Browser {
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
        HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .build();

    HttpResponse<String> open(String path) {
      return send(HttpRequest.newBuilder(uri(path)));
    }

    HttpResponse<String> fill(String page, String action, Map<String, String> fields) {
      Matcher token = FORGERY.matcher(open(page).body());
      assertThat(token.find()).isTrue();
      return post(action, with(fields, token.group(1)));
    }

    HttpResponse<String> post(String action, Map<String, String> fields) {
      String form =
          fields.entrySet().stream()
              .map(
                  each ->
                      each.getKey()
                          + "="
                          + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
              .collect(Collectors.joining("&"));
      return send(
          HttpRequest.newBuilder(uri(action))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(form)));
    }

    HttpResponse<String> logIn(String name, String password) {
      return fill(
          "/console/login", "/console/login", Map.of("username", name, "password", password));
    }

    List<HttpCookie> cookies() {
      return cookies.getCookieStore().getCookies();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
      try {
        return http.send(request.build(), BodyHandlers.ofString());
      } catch (IOException e) {
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  private static Map<String, String> with(Map<String, String> fields, String token) {
    Map<String, String> all = new java.util.HashMap<>(fields);
    all.put("_csrf", token);
    return all;
  }

  @Test
  void a_first_password_is_changed_before_any_other_page_is_shown() {
    String name = added();
    Browser browser = new Browser();
    assertThat(browser.logIn(name, FIRST).uri().getPath()).isEqualTo("/console/password");
    assertThat(browser.open("/console").uri().getPath()).isEqualTo("/console/password");
    assertThat(change(browser, "wrong", OWN, OWN).body()).contains("Mật khẩu hiện tại không đúng");
    assertThat(change(browser, FIRST, OWN, OWN + "x").body()).contains("không giống nhau");
    assertThat(change(browser, FIRST, "passwordpassword", "passwordpassword").body())
        .contains("dễ đoán");
    HttpResponse<String> done = change(browser, FIRST, OWN, OWN);
    assertThat(done.uri().getPath()).isEqualTo("/console");
    assertThat(done.body()).contains(name).contains("VIEWER").contains("Đã đổi mật khẩu");
    assertThat(new Browser().logIn(name, FIRST).uri().toString()).endsWith("?refused");
  }

  @Test
  void nothing_is_shown_without_a_login_and_a_wrong_one_is_evidence() {
    Browser browser = new Browser();
    assertThat(browser.open("/console").uri().getPath()).isEqualTo("/console/login");
    HttpResponse<String> refused = browser.logIn("viewer", "not that one");
    assertThat(refused.uri().toString()).endsWith("?refused");
    assertThat(refused.body()).contains("không đúng");
    assertThat(lastRefusalOf("viewer")).contains("password-wrong").contains("127.0.0.1");
  }

  @Test
  void a_form_of_another_site_changes_nothing() {
    String name = added();
    Browser browser = new Browser();
    browser.logIn(name, FIRST);
    HttpResponse<String> forged =
        browser.post("/console/password", Map.of("current", FIRST, "fresh", OWN, "again", OWN));
    assertThat(forged.statusCode()).isEqualTo(403);
    assertThat(new Browser().logIn(name, FIRST).uri().getPath()).isEqualTo("/console/password");
  }

  @Test
  void a_session_is_a_new_strict_cookie_and_ends_with_its_login() {
    String name = added();
    Browser browser = new Browser();
    assertThat(setCookie(browser.open("/console/login")))
        .as("who has not logged in takes up no room for a session")
        .contains("kt1-forms=", "HttpOnly", "SameSite=Strict")
        .doesNotContain("kt1-console=");
    HttpResponse<String> into = browser.logIn(name, FIRST);
    assertThat(setCookie(into)).contains("kt1-console=", "HttpOnly", "SameSite=Strict");
    change(browser, FIRST, OWN, OWN);
    assertThat(browser.cookies()).extracting(HttpCookie::getName).contains("kt1-console");
    assertThat(browser.open("/console").body()).contains(name);
    people("POST", "/people/" + name + "/end", "{\"reason\": \"left\"}");
    assertThat(browser.open("/console").uri().getPath()).isEqualTo("/console/login");
  }

  @Test
  void a_changed_password_ends_the_other_sessions() {
    String name = added();
    Browser one = new Browser();
    Browser other = new Browser();
    one.logIn(name, FIRST);
    other.logIn(name, FIRST);
    assertThat(other.open("/console").uri().getPath()).isEqualTo("/console/password");
    change(one, FIRST, OWN, OWN);
    assertThat(one.open("/console").uri().getPath()).isEqualTo("/console");
    assertThat(other.open("/console").uri().getPath()).isEqualTo("/console/login");
  }

  private static String setCookie(HttpResponse<String> answer) {
    String before = answer.previousResponse().map(ConsoleIT::setCookie).orElse("");
    return before + String.join("\n", answer.headers().allValues("Set-Cookie")) + "\n";
  }

  @Test
  void logging_out_ends_the_session() {
    Browser browser = new Browser();
    String name = added();
    browser.logIn(name, FIRST);
    change(browser, FIRST, OWN, OWN);
    HttpResponse<String> left = browser.fill("/console", "/console/logout", Map.of());
    assertThat(left.uri().toString()).endsWith("/console/login?left");
    assertThat(browser.open("/console").uri().getPath()).isEqualTo("/console/login");
  }

  @Test
  void a_sixth_session_of_a_login_ends_the_first() {
    String name = added();
    List<Browser> browsers = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Browser browser = new Browser();
      browser.logIn(name, i == 0 ? FIRST : OWN);
      if (i == 0) {
        change(browser, FIRST, OWN, OWN);
      }
      browsers.add(browser);
    }
    assertThat(browsers.get(0).open("/console").uri().getPath()).isEqualTo("/console/login");
    assertThat(browsers.get(1).open("/console").uri().getPath()).isEqualTo("/console");
    assertThat(browsers.get(5).open("/console").uri().getPath()).isEqualTo("/console");
  }

  @Test
  void whoever_logs_in_again_and_again_is_told_to_wait() {
    String name = added();
    Browser browser = new Browser();
    String last = "";
    for (int i = 0; i < 40 && !last.endsWith("?often"); i++) {
      last = new Browser().logIn(name, FIRST).uri().toString();
    }
    assertThat(last).endsWith("/console/login?often");
    assertThat(browser.open("/console/login?often").body()).contains("quá nhiều lần");
  }

  @Test
  void a_refused_login_and_a_forged_form_make_no_session() {
    Browser browser = new Browser();
    assertThat(setCookie(browser.logIn("viewer", "not that one"))).doesNotContain("kt1-console=");
    assertThat(setCookie(browser.post("/console/login", Map.of("username", "viewer"))))
        .doesNotContain("kt1-console=");
    assertThat(setCookie(browser.open("/console/nowhere"))).doesNotContain("kt1-console=");
  }

  @Test
  void a_form_is_read_whole_whatever_its_letters_and_one_too_large_not_at_all() {
    assertThat(
            new Browser()
                .post("/console/login", Map.of("username", "x".repeat(9_000)))
                .statusCode())
        .isEqualTo(413);
    String name = added();
    Browser browser = new Browser();
    browser.logIn(name, FIRST);
    String longest = "mưa rơi trên mái tôn ".repeat(6) + "7";
    assertThat(change(browser, FIRST, longest, longest).uri().getPath()).isEqualTo("/console");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /console, ''",
    "GET, /console/password, ''",
    "GET, /console/nowhere, ''",
    "POST, /console/login, username=viewer&password=x",
    "POST, /console/logout, ''"
  })
  void a_redirect_leads_to_no_host_that_the_caller_names(String method, String path, String form)
      throws IOException {
    for (String more :
        List.of("", "X-Forwarded-Host: evil.example\r\nForwarded: host=evil.example\r\n")) {
      String answer = said(method, path, more, form);
      assertThat(answer).doesNotContain("evil");
      if (answer.startsWith("HTTP/1.1 302")) {
        assertThat(answer).containsPattern("(?i)\r\nLocation: /console");
      }
    }
  }

  private String said(String method, String path, String more, String form) throws IOException {
    String request =
        "%s %s HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n%sContent-Length: %d\r\n"
                .formatted(method, path, more, form.length())
            + "Content-Type: application/x-www-form-urlencoded\r\nCookie: kt1-forms=a\r\n\r\n"
            + form;
    try (Socket line = new Socket("127.0.0.1", port())) {
      line.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void pages_load_their_own_style_and_nothing_inline() {
    HttpResponse<String> page = new Browser().open("/console/login");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "style-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(page.body()).doesNotContain("<script", " style=", "onclick");
    assertThat(new Browser().open("/console/console.css").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> change(Browser browser, String current, String fresh, String again) {
    return browser.fill(
        "/console/password",
        "/console/password",
        Map.of("current", current, "fresh", fresh, "again", again));
  }

  private String added() {
    String name = "page-" + NAMES.incrementAndGet();
    String body = "{\"role\": \"VIEWER\", \"password\": \"" + FIRST + "\", \"reason\": \"a test\"}";
    people("PUT", "/people/" + name, body);
    return name;
  }

  private void people(String method, String path, String body) {
    HttpResponse<byte[]> answer =
        send(
            call(person("admin"), path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).isBetween(200, 204);
  }

  private String lastRefusalOf(String actor) {
    return jdbc.sql(
            "select detail from evidence where act = 'refused' and actor = ? order by seq desc limit 1")
        .param(actor)
        .query(String.class)
        .single();
  }
}
