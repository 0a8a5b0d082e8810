package vn.kt1.gateway.access;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.web.AnswerFields;
import vn.kt1.gateway.web.AnswerTimes;
import vn.kt1.gateway.web.AskedBody;
import vn.kt1.gateway.web.Call;
import vn.kt1.gateway.web.HttpAnswer;
import vn.kt1.gateway.web.JsonText;
import vn.kt1.gateway.web.Parameters;

/**
 * The calls by which an administrator manages people, and by which each person changes their
 * password.
 */
@Component
public class PeopleDesk {

  private static final int LONGEST_PASSWORD = 200;

  private final People people;

  PeopleDesk(People people) {
    this.people = people;
  }

  public HttpAnswer list(Call call) {
    Parameters.of(call).end();
    return HttpAnswer.ok(
        new AnswerFields()
            .with("items", people.all().stream().map(PeopleDesk::shown).toList())
            .done());
  }

  private static Map<String, @Nullable Object> shown(Person person) {
    return new AnswerFields()
        .with("name", person.name())
        .with("role", person.role())
        .with("unit", person.unit())
        .with("province", person.province())
        .with("state", person.state())
        .with("lockedUntil", AnswerTimes.show(person.lockedUntil()))
        .done();
  }

  public HttpAnswer put(Call call, String contentType) {
    Parameters.of(call).end();
    AskedBody body = AskedBody.of(contentType, call.body());
    Role role = body.oneOf("role", Role.class, "role");
    People.Wanted wanted =
        new People.Wanted(
            name(call),
            role == null ? Role.VIEWER : role,
            body.text("unit", 35),
            body.text("province", 64),
            body.text("password", LONGEST_PASSWORD));
    String reason = body.reason();
    body.end();
    boolean fresh = people.put(call.actor(), wanted, reason);
    return HttpAnswer.of(
        fresh ? 201 : 200,
        HttpAnswer.JSON,
        JsonText.of(Map.of("name", wanted.name(), "role", wanted.role())));
  }

  public HttpAnswer unlock(Call call, String contentType) {
    people.unlock(call.actor(), name(call), reason(call, contentType));
    return HttpAnswer.nothing();
  }

  public HttpAnswer end(Call call, String contentType) {
    people.end(call.actor(), name(call), reason(call, contentType));
    return HttpAnswer.nothing();
  }

  /** A text that cannot be a login name answers 404 and never reaches the database. */
  private static String name(Call call) {
    return Optional.ofNullable(call.path().get("name"))
        .filter(Logins::isName)
        .orElseThrow(Call::notFound);
  }

  static String reason(Call call, String contentType) {
    Parameters.of(call).end();
    AskedBody body = AskedBody.of(contentType, call.body());
    String reason = body.reason();
    body.end();
    return reason;
  }

  /** Gives the caller a new password. */
  public HttpAnswer renew(Call call, String contentType) {
    Parameters.of(call).end();
    AskedBody body = AskedBody.of(contentType, call.body());
    String fresh = body.needed("password", LONGEST_PASSWORD);
    body.end();
    people.changePassword(call.actor(), fresh);
    return HttpAnswer.nothing();
  }
}
