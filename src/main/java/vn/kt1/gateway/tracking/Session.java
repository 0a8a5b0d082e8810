package vn.kt1.gateway.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.ItemCode;
import vn.kt1.gateway.tracking.Calls.Reply;
import vn.kt1.gateway.tracking.TrackingHealth.Kind;

/** Our login at the tracking API; the token is kept in memory and fetched again when refused. */
class Session {

  private final TrackingSettings settings;
  private final Calls calls;
  private @Nullable String token;

  Session(TrackingSettings settings) {
    this.settings = settings;
    this.calls = new Calls(Address.checked(settings), settings);
  }

  /**
   * The body of the answer, unread.
   *
   * @throws NoAnswer when there is none, also after one fresh login
   */
  synchronized byte[] history(ItemCode item) {
    Reply reply = ask(item, token == null ? login() : token);
    if (reply.unauthorised()) {
      token = null;
      reply = ask(item, login());
    }
    if (reply.unauthorised()) {
      token = null;
      throw new NoAnswer(Kind.LOGIN_REFUSED);
    }
    if (reply.status() != 200) {
      throw reply.refusal();
    }
    return reply.body();
  }

  private Reply ask(ItemCode item, String with) {
    String query = "type=" + encoded(settings.type()) + "&code=" + encoded(item.normalised());
    HttpRequest request =
        calls.to("GetStatusHistoryOrder?" + query).header("token", with).GET().build();
    return calls.send(request);
  }

  private String login() {
    try {
      return token = freshToken();
    } catch (NoAnswer failure) {
      throw NoAnswer.ofAll(failure.kind());
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
    Reply reply = calls.send(request);
    if (reply.unauthorised()) {
      throw new NoAnswer(Kind.LOGIN_REFUSED);
    }
    if (reply.status() != 200) {
      throw reply.refusal();
    }
    return token(Json.read(reply.body()));
  }

  private static String token(JsonNode answer) {
    JsonNode data = Json.field(answer, "data");
    JsonNode given = Json.field(data != null && data.isObject() ? data : answer, "token");
    String text = given == null ? "" : given.asText().strip();
    // SECURITY: it becomes a header; a line break in it would begin another.
    if (!text.matches("[\\x21-\\x7e]{1,8000}")) {
      throw new NoAnswer(Kind.LOGIN_REFUSED);
    }
    return text;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
