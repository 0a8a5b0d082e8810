package vn.kt1.gateway.dispatch;

/** A file that the post gets; the same name always has the same bytes. */
public interface FileForPost extends ForKt1Only {

  /** The folder under {@code to-post}. */
  String folder();

  String name();

  byte[] content();

  String sha256();

  /** Whether it is written anew where the post has it: its copy may be damaged. */
  default boolean replaces() {
    return false;
  }

  @Override
  default String reference() {
    return name();
  }
}
