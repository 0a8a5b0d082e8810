package vn.kt1.gateway.startup;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin.Location;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.Resource;

/** Where something was written, as a person finds it again. */
record Place(String name, int line, boolean packed) {

  private static final String PACKED = "class path resource [application.yaml]";

  static Place of(ConfigurationProperty property) {
    Origin origin = property.getOrigin();
    Place file = inFile(origin);
    if (file != null) {
      return file;
    }
    if (origin instanceof PropertySourceOrigin from) {
      return new Place(named(from.getPropertySource(), from.getPropertyName()), 0, false);
    }
    return new Place(property.getName().toString(), 0, false);
  }

  private static String named(PropertySource<?> source, String name) {
    if (source instanceof CommandLinePropertySource) {
      return "--" + name;
    }
    if (source instanceof SystemEnvironmentPropertySource) {
      return name;
    }
    return source instanceof PropertiesPropertySource ? "-D" + name : name;
  }

  /** Null where it stands in no file. */
  static @Nullable Place inFile(@Nullable Origin origin) {
    if (origin instanceof PropertySourceOrigin wrapped) {
      return inFile(wrapped.getOrigin());
    }
    if (!(origin instanceof TextResourceOrigin text) || text.getResource() == null) {
      return null;
    }
    Location location = text.getLocation();
    int line = location == null ? 0 : location.getLine() + 1;
    String what = text.getResource().getDescription();
    boolean packed = what.equals(PACKED);
    // Asking what is packed for its path would look it up again for each of its lines.
    return new Place(packed ? what : shown(text.getResource()), line, packed);
  }

  private static String shown(Resource resource) {
    try {
      return shown(resource.getFile().toPath());
    } catch (IOException packed) {
      return resource.getDescription();
    }
  }

  /** From the working folder on, where it lies below. */
  static String shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path whole = path.toAbsolutePath().normalize();
    return (whole.startsWith(here) ? here.relativize(whole) : whole).toString();
  }
}
