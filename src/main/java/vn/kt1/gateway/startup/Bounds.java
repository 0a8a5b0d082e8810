package vn.kt1.gateway.startup;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/**
 * The bounds that settings records declare. The validator the gateway starts with takes half a
 * second to begin, too long for {@code check-config} (docs/adr/0004); a test holds the two
 * together.
 */
final class Bounds {

  /** A bound that a value does not keep; {@code instead}: null when the value is missing. */
  record Broken(String key, @Nullable String instead) {
    void tell(Setting setting, Findings findings) {
      if (instead == null) {
        findings.about(setting, key + " is missing", "its value");
      } else {
        findings.about(setting, key + " is out of its bounds", instead);
      }
    }
  }

  private Bounds() {}

  static List<Broken> of(Record settings, String prefix) {
    List<Broken> broken = new ArrayList<>();
    for (RecordComponent component : settings.getClass().getRecordComponents()) {
      Method accessor = component.getAccessor();
      ReflectionUtils.makeAccessible(accessor);
      Object value = ReflectionUtils.invokeMethod(accessor, settings);
      String key = prefix + "." + Kind.dashed(component.getName());
      for (Annotation bound : accessor.getAnnotations()) {
        look(bound, key, value, broken);
      }
      if (value instanceof Record inside) {
        broken.addAll(of(inside, key));
      }
    }
    return broken;
  }

  private static void look(
      Annotation bound, String key, @Nullable Object value, List<Broken> broken) {
    boolean missing = value == null || value.toString().isBlank();
    if ((bound instanceof NotNull && value == null) || (bound instanceof NotBlank && missing)) {
      broken.add(new Broken(key, null));
    } else if (bound instanceof Min least
        && value instanceof Number number
        && number.longValue() < least.value()) {
      broken.add(new Broken(key, least.value() + " or more"));
    } else if (bound instanceof Max most
        && value instanceof Number number
        && number.longValue() > most.value()) {
      broken.add(new Broken(key, most.value() + " or less"));
    } else if (bound instanceof DurationMin least
        && value instanceof Duration time
        && time.compareTo(shortest(least)) < 0) {
      broken.add(new Broken(key, shortest(least).toMillis() + "ms or longer"));
    } else if (bound instanceof DurationMax most
        && value instanceof Duration time
        && time.compareTo(longest(most)) > 0) {
      broken.add(new Broken(key, longest(most).toMillis() + "ms or shorter"));
    } else if (bound instanceof Pattern form
        && value instanceof String text
        && !text.matches(form.regexp())) {
      broken.add(new Broken(key, form.message()));
    }
  }

  private static Duration shortest(DurationMin least) {
    return Duration.ofDays(least.days())
        .plusHours(least.hours())
        .plusMinutes(least.minutes())
        .plusSeconds(least.seconds())
        .plusMillis(least.millis())
        .plusNanos(least.nanos());
  }

  private static Duration longest(DurationMax most) {
    return Duration.ofDays(most.days())
        .plusHours(most.hours())
        .plusMinutes(most.minutes())
        .plusSeconds(most.seconds())
        .plusMillis(most.millis())
        .plusNanos(most.nanos());
  }
}
