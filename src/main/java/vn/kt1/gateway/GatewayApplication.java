package vn.kt1.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import vn.kt1.gateway.admin.Commands;

/** Starts the gateway, or runs one of its commands. */
@SpringBootApplication
public class GatewayApplication {

  public static void main(String[] args) {
    if (Commands.named(args)) {
      // A command says what it has to say itself, and soon: setting up a log takes longer.
      System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
      System.setProperty("slf4j.internal.verbosity", "ERROR");
      System.exit(Commands.run(args));
    }
    SpringApplication.run(GatewayApplication.class, args);
  }
}
