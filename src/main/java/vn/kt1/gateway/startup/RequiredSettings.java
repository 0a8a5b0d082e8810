package vn.kt1.gateway.startup;

import java.util.List;

/** What nobody can guess: the database and both its roles. */
final class RequiredSettings implements Check {

  private static final List<String> NEEDED =
      List.of(
          "spring.datasource.url",
          "spring.datasource.username",
          "spring.datasource.password",
          "spring.flyway.user",
          "spring.flyway.password");

  @Override
  public void look(Settings settings, Findings findings) {
    for (String key : NEEDED) {
      Setting setting = settings.find(key);
      if (setting.variable() != null && settings.set(setting.variable() + "_FILE")) {
        continue; // SecretFiles tells what is wrong with it
      }
      if (setting.variable() != null && setting.value() == null) {
        boolean secret = Secrets.NAMES.contains(setting.variable());
        String write = "its value" + (secret ? ", or " + setting.variable() + "_FILE" : "");
        findings.open(setting.missing("not set in the environment", write));
      } else if (setting.blank()) {
        findings.about(setting, "blank", "its value");
      }
    }
  }
}
