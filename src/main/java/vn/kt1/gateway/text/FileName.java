package vn.kt1.gateway.text;

import java.util.Locale;
import java.util.regex.Pattern;

/** The rule for file names (CONTRACT, 4), and what a name tells. */
public final class FileName {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,80}");

  /** Names that programs give to a file while they write it, or to files of their own. */
  private static final Pattern TEMPORARY =
      Pattern.compile(
          "\\..*|~\\$.*|.*~|#.*#"
              + "|.*\\.(part|partial|filepart|tmp|temp)[._-]?[0-9]*"
              + "|.*\\.((ftp)?in[._-]?progress|(cr|op|fdm)?download|upload(ing)?|transferring"
              + "|incomplete|unfinished|lftp(-pget-status)?|aria2|(kate-)?sw[a-z]|lck|lock)"
              + "|thumbs\\.db|ehthumbs\\.db|desktop\\.ini",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern DIGEST =
      Pattern.compile(
          ".*\\.(md5|sha-?(1|224|256|384|512))(sum)?(\\.txt)?"
              + "|(md5|sha-?(1|224|256|384|512))(sums?)?(\\.txt)?|checksums?(\\.txt)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern CHECKSUM =
      Pattern.compile(".+\\.sha256", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private FileName() {}

  public static boolean allowed(String name) {
    return NAME.matcher(name).matches();
  }

  /** The language of a file by its ending; edXML has two. Empty for none. */
  public static String language(String name) {
    int dot = name.lastIndexOf('.');
    String ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    return ending.equals("edxml") ? "xml" : ending;
  }

  /** SECURITY: whether no answer may have this name, because it tells of the document inside. */
  public static boolean tellsOfDocument(String name) {
    return DocumentIds.tell(name.replaceFirst("\\.[^.]*$", ""));
  }

  /** Whether it is a path to another folder and not a name. */
  public static boolean leadsElsewhere(String name) {
    return name.contains("/") || name.equals(".") || name.equals("..");
  }

  /** Whether somebody is still writing the file; we do not touch it then. */
  public static boolean temporary(String name) {
    return TEMPORARY.matcher(name).matches();
  }

  /** Whether it is a digest file for another file, of any kind. */
  public static boolean digest(String name) {
    return DIGEST.matcher(name).matches();
  }

  /** Whether it is the checksum we read: {@code <file>.sha256}. */
  public static boolean checksum(String name) {
    return CHECKSUM.matcher(name).matches();
  }

  /** The file that a checksum of this name belongs to. */
  public static String checked(String checksum) {
    return checksum.substring(0, checksum.lastIndexOf('.'));
  }
}
