package vn.kt1.gateway.startup;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Passwords that are guessed at the first try, or soon. */
final class Passwords implements Check {

  private static final int SHORTEST = 16;
  private static final String RANDOM = "a random one: openssl rand -base64 24";

  /** Of examples, and what everybody tries first; without digits and signs. */
  private static final Set<String> SAMPLES =
      Set.of(
          """
          admin administrator change changeit changeme dbpassword default demo dummy example
          examplepassword foobar gateway guest hunter ktgateway kt ktapp ktowner letmein
          matkhau mypassword mysecret pass passwd password passwort placeholder postgres
          postgresql qwerty qwertyuiop replaceme root sample samplepassword secret
          secretpassword supersecret superuser test testpassword todo user vnpost welcome
          yourpassword
          """
              .split("\\s+"));

  /** The settings that hold a password others have given us. */
  private static final List<String> OF_OTHERS =
      List.of(
          "gateway.tracking.password", "gateway.mail.smtp.password", "gateway.mail.imap.password");

  @Override
  public void look(Settings settings, Findings findings) {
    String appUser = settings.text("spring.datasource.username");
    String ownerUser = settings.text("spring.flyway.user");
    Setting app = settings.find("spring.datasource.password");
    Setting owner = settings.find("spring.flyway.password");
    ours(app, appUser, findings);
    ours(owner, ownerUser, findings);
    if (!app.blank() && app.text().equals(owner.text())) {
      findings.wrong(owner, "both roles of the database have one password", RANDOM);
    }
    if (!appUser.isEmpty() && appUser.equals(ownerUser)) {
      String wrong = "works as the owner of the tables, who may change evidence";
      findings.wrong(settings.find("spring.datasource.username"), wrong, "kt1_app");
    }
    for (String key : OF_OTHERS) {
      Setting other = settings.find(key);
      if (!other.blank() && sample(other.text())) {
        findings.wrong(other, "a password out of an example", "that of the real login");
      }
    }
  }

  private static void ours(Setting password, String user, Findings findings) {
    String text = password.text();
    if (password.blank()) {
      return;
    }
    if (text.equalsIgnoreCase(user)) {
      findings.wrong(password, "the password is the name of the role", RANDOM);
    } else if (sample(text)) {
      findings.wrong(password, "a password out of an example", RANDOM);
    } else if (text.chars().distinct().count() == 1) {
      findings.wrong(password, "one character over and over", RANDOM);
    } else if (text.length() < SHORTEST) {
      String wrong = "a password of fewer than " + SHORTEST + " characters";
      findings.wrong(password, wrong, RANDOM);
    }
  }

  /** Also with digits and signs in it, and also said several times. */
  static boolean sample(String password) {
    String letters =
        password
            .toLowerCase(Locale.ROOT)
            .replace('0', 'o')
            .replace('@', 'a')
            .replace('$', 's')
            .replaceAll("[^a-z]", "");
    String plain = password.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return plain.isEmpty() || SAMPLES.contains(once(letters)) || SAMPLES.contains(once(plain));
  }

  private static String once(String text) {
    return text.replaceFirst("^(.+?)\\1+$", "$1");
  }
}
