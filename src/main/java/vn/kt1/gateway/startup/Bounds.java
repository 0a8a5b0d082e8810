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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ReflectionUtils;

/**
 * The bounds that settings records declare. The validator the gateway starts with takes half a
 * second to begin, too long for {@code check-config} (docs/adr/0004); a test holds the two
 * together.
 */
final class Bounds {

  /** A bound that a value does not keep; {@code instead}: empty when the value is missing. */
  record Broken(String key, String instead) {
    void tell(Setting setting, Findings findings) {
      if (instead.isEmpty()) {
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
        String instead = instead(bound, value);
        if (instead != null) {
          broken.add(new Broken(key, instead));
        }
      }
      if (value instanceof Record inside) {
        broken.addAll(of(inside, key));
      }
    }
    return broken;
  }

  /** What to write instead of a value beyond that bound; null when it is within. */
  private static @Nullable String instead(Annotation bound, @Nullable Object value) {
    if (bound instanceof NotNull) {
      return value == null ? "" : null;
    } else if (bound instanceof NotBlank) {
      return value == null || value.toString().isBlank() ? "" : null;
    } else if (bound instanceof Min least && value instanceof Number number) {
      return number.longValue() < least.value() ? least.value() + " or more" : null;
    } else if (bound instanceof Max most && value instanceof Number number) {
      return number.longValue() > most.value() ? most.value() + " or less" : null;
    } else if (bound instanceof DurationMin && value instanceof Duration time) {
      Duration least = time(bound);
      return time.compareTo(least) < 0 ? least.toMillis() + "ms or longer" : null;
    } else if (bound instanceof DurationMax && value instanceof Duration time) {
      Duration most = time(bound);
      return time.compareTo(most) > 0 ? most.toMillis() + "ms or shorter" : null;
    } else if (bound instanceof Pattern form && value instanceof String text) {
      return text.matches(form.regexp()) ? null : form.message();
    }
    return null;
  }

  /** The sum of its days, hours, minutes … */
  private static Duration time(Annotation bound) {
    Duration sum = Duration.ZERO;
    for (ChronoUnit unit : ChronoUnit.values()) {
      Object said = AnnotationUtils.getValue(bound, unit.name().toLowerCase(Locale.ROOT));
      sum = said instanceof Number count ? sum.plus(count.longValue(), unit) : sum;
    }
    return sum;
  }
}
