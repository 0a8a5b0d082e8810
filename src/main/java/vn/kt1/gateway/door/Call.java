package vn.kt1.gateway.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import vn.kt1.gateway.directory.Caller;

/** A request as it is let in: who, in which language, under which id, asking what. */
public record Call(
    Caller caller,
    Locale locale,
    String correlationId,
    Map<String, String> parameters,
    Map<String, String> path,
    byte[] body) {

  private static final String ATTRIBUTE = Call.class.getName();

  /** The call with the named segments of its path. */
  Call at(Map<String, String> segments) {
    return new Call(caller, locale, correlationId, parameters, Map.copyOf(segments), body);
  }

  /** Leaves the call where the route behind finds it. */
  public void letIn(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  static Call of(HttpServletRequest request) {
    return (Call) request.getAttribute(ATTRIBUTE);
  }
}
