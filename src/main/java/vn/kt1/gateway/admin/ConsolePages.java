package vn.kt1.gateway.admin;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.kt1.gateway.access.Login;
import vn.kt1.gateway.access.Logins;
import vn.kt1.gateway.access.People;
import vn.kt1.gateway.evidence.Actor;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Text;

/** The first pages of the console: logging in, who one is, and a password of one's own. */
@Controller
class ConsolePages {

  private final People people;
  private final Logins logins;

  ConsolePages(People people, Logins logins) {
    this.people = people;
    this.logins = logins;
  }

  @GetMapping(ConsoleSecurity.LOGIN)
  String login() {
    return "console/login";
  }

  @GetMapping("/console")
  String home(@AuthenticationPrincipal Login login, Model model) {
    model.addAttribute("login", login.name());
    model.addAttribute("who", login);
    return "console/home";
  }

  @GetMapping("/console/password")
  String password(@AuthenticationPrincipal Login login, Model model) {
    model.addAttribute("login", login.name());
    model.addAttribute("first", logins.open(login.name()).map(Login::mustChange).orElse(false));
    return "console/password";
  }

  @PostMapping("/console/password")
  String change(
      @AuthenticationPrincipal Login login,
      @RequestParam String fresh,
      @RequestParam String again,
      HttpServletRequest request,
      Model model) {
    if (!fresh.equals(again)) {
      model.addAttribute("fault", Text.of("console.password-differs"));
      return password(login, model);
    }
    try {
      people.changePassword(new Actor(login.name(), request.getRemoteAddr()), fresh);
      return "redirect:/console?changed";
    } catch (Rejected rejected) {
      model.addAttribute("fault", rejected.faults().get(0).detail());
      return password(login, model);
    }
  }
}
