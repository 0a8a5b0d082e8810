package vn.kt1.gateway.access;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.access.PartnerTokens.Made;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.web.AnswerFields;
import vn.kt1.gateway.web.AnswerTimes;
import vn.kt1.gateway.web.AskedBody;
import vn.kt1.gateway.web.Call;
import vn.kt1.gateway.web.HttpAnswer;
import vn.kt1.gateway.web.JsonText;
import vn.kt1.gateway.web.Parameters;

/** The calls by which an administrator makes and ends the tokens of partners. */
@Component
public class TokenDesk {

  private final PartnerTokens tokens;
  private final Directory directory;
  private final Duration valid;

  TokenDesk(PartnerTokens tokens, Directory directory, AccessSettings settings) {
    this.tokens = tokens;
    this.directory = directory;
    this.valid = settings.tokenValid();
  }

  public HttpAnswer list(Call call) {
    Parameters.of(call).end();
    List<Map<String, @Nullable Object>> items =
        tokens.of(partner(call)).stream().map(TokenDesk::shown).toList();
    return HttpAnswer.ok(new AnswerFields().with("items", items).done());
  }

  public HttpAnswer add(Call call, String contentType) {
    Parameters.of(call).end();
    String partner = partner(call);
    if (directory.partner(partner).isEmpty()) {
      throw Call.notFound();
    }
    AskedBody body = AskedBody.of(contentType, call.body());
    Integer days = body.whole("validDays", 1, PartnerTokens.MOST_DAYS);
    String reason = body.reason();
    body.end();
    Made made =
        tokens.add(call.actor(), partner, days == null ? valid : Duration.ofDays(days), reason);
    if (!made.ended().isEmpty()) {
      RecentTokens.awaitForgotten();
    }
    Map<String, @Nullable Object> shown = shown(made.kept());
    shown.put("token", made.token());
    shown.put("ended", made.ended().stream().map(PartnerToken::tokenId).toList());
    return HttpAnswer.of(201, HttpAnswer.JSON, JsonText.of(shown));
  }

  public HttpAnswer revoke(Call call, String contentType) {
    String reason = PeopleDesk.reason(call, contentType);
    boolean revoked = tokens.revoke(call.actor(), partner(call), call.id("tokenId"), reason);
    // Also where somebody else has just revoked it: nobody is told of an end before it is one.
    RecentTokens.awaitForgotten();
    if (!revoked) {
      throw Call.notFound();
    }
    return HttpAnswer.nothing();
  }

  private static Map<String, @Nullable Object> shown(PartnerToken token) {
    return new AnswerFields()
        .with("tokenId", token.tokenId())
        .with("createdAt", AnswerTimes.show(token.createdAt()))
        .with("expiresAt", AnswerTimes.show(token.expiresAt()))
        .done();
  }

  /**
   * An administrator can still list and end the tokens of a partner that is no longer configured.
   */
  private String partner(Call call) {
    String partner = call.id("partner");
    if (directory.partner(partner).isEmpty() && tokens.of(partner).isEmpty()) {
      throw Call.notFound();
    }
    return partner;
  }
}
