package vn.kt1.gateway.startup;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.PropertySource;
import vn.kt1.gateway.startup.Settings.Line;

/** SECURITY: a secret stands in the environment or in a file of its own, and nowhere else. */
final class LiteralSecrets implements Check {

  static final String WRITE = "it belongs into the environment, or into a file named by …_FILE";

  private static final Pattern NAME =
      Pattern.compile(
          "(?i)(^|.*[-_.])(\\w*password|passwd|secret|token|passphrase|api-?key|private-?key)");

  /** The password of a store of certificates of others guards nothing. */
  private static final String TRUST_STORE = "trustStorePassword";

  /** Nothing but variables, none of them with something to stand for it. */
  private static final Pattern VARIABLES = Pattern.compile("(\\$\\{[A-Z][A-Z0-9_]*:?})*");

  private static final List<String> URLS = List.of("spring.datasource.url", "spring.flyway.url");
  private static final Pattern LOGIN_IN_URL =
      Pattern.compile("(?i).*([?&](user|password|sslpassword)=|//[^/?]*@).*");

  static boolean names(String key) {
    return NAME.matcher(key).matches() && !key.endsWith(TRUST_STORE);
  }

  @Override
  public void look(Settings settings, Findings findings) {
    for (Line line : settings.lines()) {
      if (names(line.key()) && !VARIABLES.matcher(line.raw().strip()).matches()) {
        findings.wrong(line.fault(line.key() + " is a secret, written down", WRITE));
      }
    }
    commandLine(settings, findings);
    for (String key : URLS) {
      Setting url = settings.find(key);
      if (LOGIN_IN_URL.matcher(url.text()).matches()) {
        String wrong = "holds a login, and addresses are logged";
        findings.wrong(url, wrong, "jdbc:postgresql://host:5432/kt1; the login apart");
      } else if (!url.blank() && !url.text().startsWith("jdbc:postgresql:")) {
        findings.wrong(url, "no address of a PostgreSQL", "jdbc:postgresql://host:5432/kt1");
      } else if (url.text().toLowerCase(Locale.ROOT).matches(".*[?&]logservererrordetail=.*")) {
        findings.wrong(url, "lets PostgreSQL's faults quote whole rows", "no such option");
      }
    }
  }

  private static void commandLine(Settings settings, Findings findings) {
    for (PropertySource<?> source : settings.environment().getPropertySources()) {
      if (source instanceof CommandLinePropertySource<?> listed) {
        for (String name : listed.getPropertyNames()) {
          if (names(name)) {
            findings.wrong("--" + name, "a secret in the list of processes", WRITE);
          }
        }
      }
    }
  }
}
