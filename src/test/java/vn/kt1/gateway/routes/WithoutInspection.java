package vn.kt1.gateway.routes;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootContextLoader;
import vn.kt1.gateway.startup.StartInspection;

/** No gateway starts here, so none of its settings is missing. */
final class WithoutInspection extends SpringBootContextLoader {

  @Override
  protected SpringApplication getSpringApplication() {
    SpringApplication application = new SpringApplication();
    application.setListeners(
        application.getListeners().stream()
            .filter(listener -> !(listener instanceof StartInspection))
            .toList());
    return application;
  }
}
