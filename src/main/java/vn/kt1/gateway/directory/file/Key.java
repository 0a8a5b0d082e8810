package vn.kt1.gateway.directory.file;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How the key of a record that {@link YamlFile} reads may stand in the file. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {

  /** Whether a file without the key is faulty. */
  boolean needed() default false;

  /**
   * Whether {@code ""} and {@code []} are values, and a key that is not needed may stand there
   * without a value, as if it were left out.
   */
  boolean empty() default false;
}
