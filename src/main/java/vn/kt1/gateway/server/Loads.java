package vn.kt1.gateway.server;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Caller;

/**
 * How much dear work may be under way at once, of one caller and of all. SECURITY: a rate alone
 * does not bound what lasts: forty slips asked for within a second keep all processors busy.
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

  /** What was taken; whoever took it gives it back when the answer is out. */
  public interface Taken {
    void giveBack();
  }

  /** Empty when there is not so much left. */
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

  /** A person may bear a partner's name. */
  private static String key(Caller caller) {
    return caller.role() + " " + caller.name();
  }
}
