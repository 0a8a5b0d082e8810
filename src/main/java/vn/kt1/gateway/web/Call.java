package vn.kt1.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.shipment.Actor;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Rejected;

/**
 * A request that was let in: who asks, from where, in which language, with which id, and for what.
 */
public record Call(
    Caller caller,
    String address,
    Locale locale,
    String correlationId,
    Map<String, String> parameters,
    Map<String, String> path,
    byte[] body) {

  private static final String ATTRIBUTE = Call.class.getName();

  /** An id in the path. A text that cannot be an id answers 404 and never reaches the database. */
  public String id(String name) {
    String written = path.getOrDefault(name, "");
    if (!written.matches("[A-Za-z0-9._-]{1,64}")) {
      throw notFound();
    }
    return written;
  }

  public static Rejected notFound() {
    return new Rejected(Fault.of(Fault.Code.NOT_FOUND, ""));
  }

  /** The caller, as evidence names it. */
  public Actor actor() {
    return new Actor(caller.name(), address);
  }

  /** Stores the call where the route finds it. */
  public void letIn(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  static Call of(HttpServletRequest request) {
    return (Call) request.getAttribute(ATTRIBUTE);
  }
}
