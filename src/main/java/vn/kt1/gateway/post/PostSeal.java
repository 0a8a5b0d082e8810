package vn.kt1.gateway.post;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.BadConfiguration;

/**
 * Signs what the post gets and encrypts it for the post alone (OpenPGP), where keys are set: who
 * serves the file cannot read it, and whoever changes a byte of it is noticed.
 */
@Component
public class PostSeal {

  private static final String ENDING = ".pgp";

  private final @Nullable PgpKeys keys;
  private final Clock clock;

  PostSeal(PostSettings settings, Clock clock) {
    List<BadConfiguration.Fault> faults = new ArrayList<>();
    this.keys = settings.pgp().on() ? PgpKeys.read(settings.pgp(), clock.instant(), faults) : null;
    this.clock = clock;
    if (!faults.isEmpty()) {
      throw new BadConfiguration(faults);
    }
  }

  /** When the keys come to their ends, as far as they do. */
  public List<KeyEnd> ends() {
    return keys == null ? List.of() : keys.ends(clock.instant());
  }

  /** Bytes as the post gets them; {@code ending} is what the seal adds to the name. */
  public record Sealed(byte[] content, String ending) {}

  /** Each time other bytes: whoever keeps them keeps the ones of the first time. */
  public Sealed seal(byte[] content) {
    return keys == null ? new Sealed(content, "") : new Sealed(sealed(keys, content), ENDING);
  }

  private byte[] sealed(PgpKeys with, byte[] content) {
    if (!with.usableAt(clock.instant())) {
      throw new IllegalStateException("an OpenPGP key has come to its end");
    }
    return OpenPgp.sealed(with, content);
  }
}
