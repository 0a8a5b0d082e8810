package vn.kt1.gateway.startup;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.directory.DidYouMean;

/** A variable of the environment in our name that nobody reads is a slip of the hand. */
final class KnownVariables implements Check {

  private static final String OURS = "GATEWAY_";

  /** Those of the contract and of docs/operations.md that the packed settings do not name. */
  private static final List<String> DOCUMENTED =
      List.of(
          """
          GATEWAY_DATA GATEWAY_CLOCK_OFFSET GATEWAY_OIDC_ISSUER GATEWAY_OIDC_AUDIENCE
          GATEWAY_TLS_CERTIFICATE GATEWAY_TLS_KEY GATEWAY_TLS_CLIENT_CA
          GATEWAY_DROP_SFTP_HOST GATEWAY_DROP_SFTP_PORT GATEWAY_DROP_SFTP_USER
          GATEWAY_DROP_SFTP_KEY GATEWAY_DROP_SFTP_KNOWN_HOSTS
          GATEWAY_POST_SFTP_HOST GATEWAY_POST_SFTP_PORT GATEWAY_POST_SFTP_USER
          GATEWAY_POST_SFTP_KEY GATEWAY_POST_SFTP_KNOWN_HOSTS
          """
              .split("\\s+"));

  private final Set<String> names = new TreeSet<>(DOCUMENTED);

  KnownVariables(Set<String> keys) {
    Secrets.NAMES.forEach(name -> names.addAll(List.of(name, name + "_FILE")));
    for (String key : keys) {
      String variable = key.toUpperCase(Locale.ROOT).replace('.', '_');
      // Boot reads both for a name of several words.
      names.add(variable.replace("-", ""));
      names.add(variable.replace('-', '_'));
    }
  }

  @Override
  public void look(Settings settings, Findings findings) {
    Set<String> known = new TreeSet<>(names);
    known.addAll(settings.variables());
    settings.variablesThatAreSet().stream()
        .filter(name -> name.startsWith(OURS) && !known.contains(name))
        .sorted()
        .forEach(name -> findings.wrong(unknown(name, known)));
  }

  private static Fault unknown(String name, Set<String> known) {
    String write =
        DidYouMean.closest(name, known)
            .map(near -> "did you mean " + near + "? Else unset it")
            .orElse("unset it; the variables: docs/operations.md, section 4");
    return new Fault(name, 0, "unknown variable", write);
  }
}
