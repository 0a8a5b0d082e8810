package vn.kt1.gateway;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import vn.kt1.gateway.logbook.LinesInTheirTurn;

/** Starts the gateway, or runs one of its commands. */
@SpringBootApplication
public class GatewayApplication {

  /** By name: the class is loaded by whoever runs it. */
  private static final String COMMANDS = "vn.kt1.gateway.command.Commands";

  /** The commands that need no database, and few libraries. */
  private static final Set<String> LIGHT = Set.of("check-config", "explain");

  public static void main(String[] args) throws ReflectiveOperationException, IOException {
    boolean command = args.length > 0 && !args[0].startsWith("--");
    if (command) {
      // A command says what it has to say itself, and soon: setting up a log takes longer.
      System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
      System.setProperty("slf4j.internal.verbosity", "ERROR");
      System.exit(run(args));
    }
    ClassLoader whole = GatewayApplication.class.getClassLoader();
    if (whole instanceof URLClassLoader packed) {
      ClassLoader found = new PackedLibraries(packed);
      Thread.currentThread().setContextClassLoader(found);
      found
          .loadClass(GatewayApplication.class.getName())
          .getMethod("start", String[].class)
          .invoke(null, (Object) args);
    } else {
      start(args);
    }
  }

  /** Public for the loader: to the JVM, the same class by two loaders is two classes. */
  public static void start(String... args) {
    SpringApplication gateway = new SpringApplication(GatewayApplication.class);
    gateway.addListeners(new LinesInTheirTurn());
    gateway.run(args);
  }

  private static int run(String... args) throws ReflectiveOperationException {
    ClassLoader whole = GatewayApplication.class.getClassLoader();
    if (whole instanceof URLClassLoader packed && LIGHT.contains(args[0])) {
      try {
        return run(new FewLibraries(packed), args);
      } catch (InvocationTargetException e) {
        if (!(e.getCause() instanceof NoClassDefFoundError)) {
          throw e;
        }
        // A library nobody thought of: slower, and right. A command prints at its end only.
      }
    }
    return run(whole, args);
  }

  private static int run(ClassLoader loader, String... args) throws ReflectiveOperationException {
    Thread.currentThread().setContextClassLoader(loader);
    return (int)
        loader.loadClass(COMMANDS).getMethod("run", String[].class).invoke(null, (Object) args);
  }
}
