package vn.kt1.gateway.startup;

import java.util.List;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import vn.kt1.gateway.directory.BadConfiguration;

/** Looks at everything once all settings are known and before anything is started by them. */
public class StartInspection implements ApplicationListener<ApplicationContextInitializedEvent> {

  private static final String PRODUCTION = "vn.kt1.gateway.GatewayApplication";

  @Override
  public void onApplicationEvent(ApplicationContextInitializedEvent event) {
    ConfigurableApplicationContext context = event.getApplicationContext();
    Class<?> main = event.getSpringApplication().getMainApplicationClass();
    // A debugger at the sandbox or at a test is no unsafe start.
    boolean production = main != null && main.getName().equals(PRODUCTION);
    List<String> options = production ? VirtualMachine.options() : List.of();
    Findings found = Inspection.beforeStart(context.getEnvironment(), options);
    if (!found.all().isEmpty()) {
      throw new BadConfiguration(found.all());
    }
  }
}
