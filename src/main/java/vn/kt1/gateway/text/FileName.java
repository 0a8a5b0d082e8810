package vn.kt1.gateway.text;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a file may be called (CONTRACT, 4), and what a name says of it. */
public final class FileName {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,80}");

  /** Names that programs give a file while they write it, or that are no files of anybody. */
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

  /** The language a file is written in, told by its ending; edXML has two. Empty for none. */
  public static String language(String name) {
    int dot = name.lastIndexOf('.');
    String ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    return ending.equals("edxml") ? "xml" : ending;
  }

  /** SECURITY: whether no answer may be named after it, because it tells of the document inside. */
  public static boolean tellsOfDocument(String name) {
    return DocumentIds.tell(name.replaceFirst("\\.[^.]*$", ""));
  }

  /** Whether it is the way to another folder rather than a name. */
  public static boolean leadsElsewhere(String name) {
    return name.contains("/") || name.equals(".") || name.equals("..");
  }

  /** Whether somebody is still writing it: nobody but them touches it. */
  public static boolean temporary(String name) {
    return TEMPORARY.matcher(name).matches();
  }

  /** Whether it lies beside a file to say what that file's digest is, whatever the kind. */
  public static boolean digest(String name) {
    return DIGEST.matcher(name).matches();
  }

  /** Whether it is the checksum that is read: {@code <file>.sha256}. */
  public static boolean checksum(String name) {
    return CHECKSUM.matcher(name).matches();
  }

  /** The file that a checksum of this name belongs to. */
  public static String checked(String checksum) {
    return checksum.substring(0, checksum.lastIndexOf('.'));
  }
}
