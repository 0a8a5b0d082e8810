package vn.kt1.gateway.startup;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.io.Resource;
import vn.kt1.gateway.directory.BadConfiguration.Fault;

/**
 * Where something was written, as a person finds it again.
 *
 * @param line from 1; 0 where there are no lines
 * @param packed in the jar, and not by an administrator
 */
record Place(String name, int line, boolean packed) {

  private static final String PACKED = "class path resource [application.yaml]";

  static Place of(ConfigurationProperty property) {
    Origin origin = property.getOrigin();
    Place file = inFile(origin);
    if (file != null) {
      return file;
    }
    if (origin instanceof PropertySourceOrigin from) {
      String name = from.getPropertyName();
      boolean argument = from.getPropertySource() instanceof CommandLinePropertySource;
      boolean option = from.getPropertySource() instanceof PropertiesPropertySource;
      return new Place((argument ? "--" : option ? "-D" : "") + name, 0, false);
    }
    return new Place(property.getName().toString(), 0, false);
  }

  /** Null where it stands in no file. */
  static @Nullable Place inFile(@Nullable Origin origin) {
    if (origin instanceof PropertySourceOrigin wrapped) {
      return inFile(wrapped.getOrigin());
    }
    if (!(origin instanceof TextResourceOrigin text) || text.getResource() == null) {
      return null;
    }
    int line = text.getLocation() == null ? 0 : text.getLocation().getLine() + 1;
    String what = text.getResource().getDescription();
    boolean packed = what.equals(PACKED);
    // Asking what is packed for its path would look it up again for each of its lines.
    return new Place(packed ? what : shown(text.getResource()), line, packed);
  }

  Fault fault(String wrong, String write) {
    return new Fault(name, line, wrong, write);
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
