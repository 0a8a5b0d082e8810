package vn.kt1.gateway.server;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Caller;

/**
 * Limits the expensive work that runs at once, for each caller and for all together. SECURITY: a
 * rate alone does not limit long work: forty slips requested within a second keep all processors
 * busy.
 */
@Component
public class Loads {

  private final Map<String, Semaphore> own = new ConcurrentHashMap<>();
  private final LoadSettings settings;
  private final Semaphore all;

  Loads(LoadSettings settings) {
    this.settings = settings;
    this.all = new Semaphore(settings.all());
  }

  /** What a caller has taken. It must be given back when the answer is sent. */
  public interface Taken {
    void giveBack();
  }

  /** Empty when less than the cost is left. */
  public Optional<Taken> take(Caller caller, int cost) {
    if (cost == 0) {
      return Optional.of(() -> {});
    }
    Semaphore left = own.computeIfAbsent(key(caller), who -> new Semaphore(settings.caller()));
    if (!left.tryAcquire(cost)) {
      return Optional.empty();
    }
    if (!all.tryAcquire(cost)) {
      left.release(cost);
      return Optional.empty();
    }
    AtomicBoolean given = new AtomicBoolean();
    return Optional.of(
        () -> {
          if (given.compareAndSet(false, true)) {
            left.release(cost);
            all.release(cost);
          }
        });
  }

  /** With the role, since a person and a partner may have the same name. */
  private static String key(Caller caller) {
    return caller.role() + " " + caller.name();
  }
}
