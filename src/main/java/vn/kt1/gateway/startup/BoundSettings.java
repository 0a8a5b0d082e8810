package vn.kt1.gateway.startup;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import vn.kt1.gateway.directory.BadConfiguration;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.directory.Directory;

/** Each value is of its kind and within its bounds, as the settings records say. */
final class BoundSettings implements Check {

  private final Metadata metadata;
  private final @Nullable Directory directory;

  BoundSettings(Metadata metadata, @Nullable Directory directory) {
    this.metadata = metadata;
    this.directory = directory;
  }

  @Override
  public void look(Settings settings, Findings findings) {
    Map<String, String> all = new TreeMap<>(metadata.keys());
    all.putAll(ForAdministrators.KEYS);
    all.forEach((key, type) -> value(key, type, settings, findings));
    if (findings.faults().stream().noneMatch(fault -> fault.wrong().endsWith(Kind.UNREADABLE))) {
      metadata.records().forEach((type, prefix) -> record(type, prefix, settings, findings));
    }
  }

  private static void value(String key, String type, Settings settings, Findings findings) {
    Setting setting = settings.find(key);
    if (setting.blank()) {
      return; // nothing to read, or told by those who need it
    }
    String raw = type.replaceFirst("<.*", "");
    Class<?> kind = ClassUtils.resolveClassName(raw, BoundSettings.class.getClassLoader());
    if (!Kind.reads(kind, setting.text())) {
      // SECURITY: the value is not told: it may be a secret in the wrong place.
      findings.wrong(setting, key + Kind.UNREADABLE, Kind.of(kind));
    }
  }

  private void record(String type, String prefix, Settings settings, Findings findings) {
    try {
      Class<?> known = ClassUtils.resolveClassName(type, BoundSettings.class.getClassLoader());
      Object bound = settings.bound(prefix, known);
      Bounds.of((Record) bound, prefix)
          .forEach(broken -> broken.tell(settings.find(broken.key()), findings));
      if (bound instanceof SelfChecking own && directory != null) {
        own.faults(directory, Clock.systemUTC().instant())
            .forEach(fault -> told(fault, settings, findings));
      }
    } catch (BadConfiguration bad) {
      bad.faults().forEach(findings::wrong);
    }
  }

  /** A setting tells its key; a person wants to know where it is written. */
  private static void told(Fault fault, Settings settings, Findings findings) {
    Setting setting = settings.find(fault.file());
    findings.about(setting, fault.file() + " " + fault.wrong(), fault.write());
  }
}
