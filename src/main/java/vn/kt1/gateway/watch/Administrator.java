package vn.kt1.gateway.watch;

import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.kt1.gateway.shipment.Actor;

/** Who acts on the management port, and from where. */
final class Administrator {

  private Administrator() {}

  static Actor of(SecurityContext who) {
    String address =
        RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked
            ? asked.getRequest().getRemoteAddr()
            : null;
    return new Actor(who.getPrincipal().getName(), address);
  }
}
