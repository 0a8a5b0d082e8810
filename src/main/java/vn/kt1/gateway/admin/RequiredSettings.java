package vn.kt1.gateway.admin;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.util.PlaceholderResolutionException;
import vn.kt1.gateway.directory.BadConfiguration;
import vn.kt1.gateway.tls.ServerCertificate;
import vn.kt1.gateway.tls.TlsFiles;

/** Tells every missing variable and every fault of TLS at once, before anything is started. */
public class RequiredSettings implements ApplicationListener<ApplicationContextInitializedEvent> {

  private static final List<String> NEEDED =
      List.of(
          "spring.datasource.url",
          "spring.datasource.username",
          "spring.datasource.password",
          "spring.flyway.user",
          "spring.flyway.password");

  @Override
  public void onApplicationEvent(ApplicationContextInitializedEvent event) {
    Environment environment = event.getApplicationContext().getEnvironment();
    Set<BadConfiguration.Fault> faults = new LinkedHashSet<>();
    for (String name : NEEDED) {
      try {
        environment.getProperty(name);
      } catch (PlaceholderResolutionException missing) {
        String variable = missing.getPlaceholder();
        boolean secret = Secrets.NAMES.contains(variable);
        String write = "its value" + (secret ? ", or " + variable + "_FILE" : "");
        faults.add(new BadConfiguration.Fault(variable, 0, "not set in the environment", write));
      }
    }
    faults.addAll(
        ServerCertificate.faults(
            TlsFiles.of(environment::getProperty), Clock.systemUTC().instant()));
    if (!faults.isEmpty()) {
      throw new BadConfiguration(List.copyOf(faults));
    }
  }
}
