package vn.kt1.gateway.console;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.kt1.gateway.access.Login;
import vn.kt1.gateway.access.Logins;
import vn.kt1.gateway.access.NotLetIn;
import vn.kt1.gateway.access.PasswordCheck;
import vn.kt1.gateway.access.People;
import vn.kt1.gateway.shipment.Actor;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Text;

/** The first pages of the console: login, one's own account, and a change of password. */
@Controller
class ConsolePages {

  private final People people;
  private final Logins logins;
  private final PasswordCheck passwords;

  ConsolePages(People people, Logins logins, PasswordCheck passwords) {
    this.people = people;
    this.logins = logins;
    this.passwords = passwords;
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
      @RequestParam String current,
      @RequestParam String fresh,
      @RequestParam String again,
      HttpServletRequest request,
      Model model) {
    if (!fresh.equals(again)) {
      model.addAttribute("fault", Text.of("console.password-differs"));
      return password(login, model);
    }
    try {
      confirm(login, current, request);
      people.changePassword(new Actor(login.name(), request.getRemoteAddr()), fresh);
      request.getSession().removeAttribute(SessionLogin.STAMP);
      return "redirect:/console?changed";
    } catch (NotLetIn wrong) {
      model.addAttribute("fault", Text.of("console.password-wrong"));
      return password(login, model);
    } catch (Rejected rejected) {
      model.addAttribute("fault", rejected.faults().get(0).detail());
      return password(login, model);
    }
  }

  /**
   * Asks for the current password, since somebody else may find an open session. A wrong one counts
   * as at login.
   */
  private void confirm(Login login, String current, HttpServletRequest request) {
    UsernamePasswordAuthenticationToken asked =
        UsernamePasswordAuthenticationToken.unauthenticated(login.name(), current);
    asked.setDetails(new WebAuthenticationDetails(request));
    passwords.authenticate(asked);
  }
}
