package vn.kt1.gateway.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.ItemCode;
import vn.kt1.gateway.tracking.Calls.Reply;
import vn.kt1.gateway.tracking.TrackingHealth.Kind;

/**
 * Our login at the tracking API. The token is in memory and is fetched again when it is refused.
 */
class Session {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-uuuu");

  private final TrackingSettings settings;
  private final Calls calls;
  private @Nullable String token;

  Session(TrackingSettings settings, Budget budget) {
    this.settings = settings;
    this.calls = new Calls(Address.checked(settings), settings, budget);
  }

  /** Asks what the post knows of one item. */
  byte[] history(ItemCode item) {
    return get(
        "GetStatusHistoryOrder?type="
            + encoded(settings.type())
            + "&code="
            + encoded(item.normalised()));
  }

  /** Asks for the orders that changed on those days; our items do not leave the country. */
  byte[] changes(ChangesQuestion question) {
    return get(
        "GetListOrder?lastUpdateFrom=%s&lastUpdateTo=%s&type=%s&page=%d&size=%d&isInternational=false"
            .formatted(
                DAY.format(question.from()),
                DAY.format(question.to()),
                encoded(settings.type()),
                question.page(),
                question.size()));
  }

  /**
   * The body of the answer, not parsed.
   *
   * @throws NoAnswer when there is none, also after one fresh login
   */
  private synchronized byte[] get(String question) {
    Reply reply = ask(question, token == null ? login() : token);
    if (reply.unauthorised()) {
      token = null;
      reply = ask(question, login());
    }
    if (reply.unauthorised()) {
      token = null;
    }
    return reply.accepted();
  }

  private Reply ask(String question, String with) {
    return calls.send(calls.to(question).header("token", with).GET().build());
  }

  private String login() {
    try {
      return token = freshToken();
    } catch (NoAnswer failure) {
      throw failure.forAll();
    }
  }

  private String freshToken() {
    Map<String, String> who =
        Map.of(
            "username", settings.user(),
            "password", settings.password(),
            "customerCode", settings.customer());
    HttpRequest request =
        calls
            .to("GetAccessToken")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(Json.write(who)))
            .build();
    return token(Json.read(calls.send(request).accepted()));
  }

  private static String token(JsonNode answer) {
    JsonNode data = Json.field(answer, "data");
    JsonNode given = Json.field(data != null && data.isObject() ? data : answer, "token");
    String text = given == null ? "" : given.asText().strip();
    // SECURITY: the token becomes a header, so a line break in it would begin another header.
    if (!text.matches("[\\x21-\\x7e]{1,8000}")) {
      throw new NoAnswer(Kind.LOGIN_REFUSED);
    }
    return text;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
