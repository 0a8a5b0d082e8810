package vn.kt1.gateway.door;

import java.util.regex.Pattern;
import vn.kt1.gateway.shipment.DocumentIds;

/** What a file may be called (CONTRACT, 4). */
public final class FileName {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,80}");

  private FileName() {}

  public static boolean allowed(String name) {
    return NAME.matcher(name).matches();
  }

  /** SECURITY: whether no answer may be named after it, because it tells of the document inside. */
  static boolean tellsOfDocument(String name) {
    return DocumentIds.tell(name.replaceFirst("\\.[^.]*$", ""));
  }

  /** Whether it is the way to another folder rather than a name. */
  static boolean leadsElsewhere(String name) {
    return name.contains("/") || name.equals(".") || name.equals("..");
  }
}
