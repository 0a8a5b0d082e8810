package vn.kt1.gateway.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.evidence.Actor;

/** A request as it is let in: who, from where, in which language, under which id, asking what. */
public record Call(
    Caller caller,
    String address,
    Locale locale,
    String correlationId,
    Map<String, String> parameters,
    Map<String, String> path,
    byte[] body) {

  private static final String ATTRIBUTE = Call.class.getName();

  /** The call with the named segments of its path. */
  Call at(Map<String, String> segments) {
    return new Call(caller, address, locale, correlationId, parameters, Map.copyOf(segments), body);
  }

  /** Who asks, as evidence has it. */
  Actor actor() {
    return new Actor(caller.name(), address);
  }

  /** Leaves the call where the route behind finds it. */
  public void letIn(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  static Call of(HttpServletRequest request) {
    return (Call) request.getAttribute(ATTRIBUTE);
  }
}
