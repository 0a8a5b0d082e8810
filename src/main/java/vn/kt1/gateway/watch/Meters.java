package vn.kt1.gateway.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.ledger.Today;

/** Measures what is owed. Without the database these measures have no value. */
@Component
class Meters implements MeterBinder {

  private final Watch watch;
  private final Clock clock;

  Meters(Watch watch, Clock clock) {
    this.watch = watch;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    gauge(registry, "gateway.ledger.outbox", Today.Owed::backlog);
    gauge(registry, "gateway.ledger.outbox.oldest.seconds", this::oldest);
    gauge(registry, "gateway.ledger.parked", Today.Owed::parked);
    gauge(registry, "gateway.held.waiting", Today.Owed::held);
  }

  private double oldest(Today.Owed owed) {
    Long age = Ages.seconds(owed.oldest(), clock.instant());
    return age == null ? 0 : age;
  }

  private void gauge(MeterRegistry registry, String name, ToDoubleFunction<Today.Owed> what) {
    Gauge.builder(name, watch, source -> read(source, what))
        .strongReference(true)
        .register(registry);
  }

  private static double read(Watch watch, ToDoubleFunction<Today.Owed> what) {
    try {
      return what.applyAsDouble(watch.owed());
    } catch (RuntimeException e) {
      return Double.NaN;
    }
  }
}
