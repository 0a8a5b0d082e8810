package vn.kt1.sandbox;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/** The sandbox's configuration: a complete {@code --config} folder. */
public final class SandboxConfig {

  private SandboxConfig() {}

  public static Path folder() {
    try {
      return Path.of(
              Objects.requireNonNull(
                      SandboxConfig.class.getResource("/sandbox/config/application.yaml"))
                  .toURI())
          .getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
