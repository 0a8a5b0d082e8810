package vn.kt1.gateway.shipment;

/** A file that the post gets; the same name always has the same bytes. */
public interface FileForPost extends ForKt1Only {

  /** The folder under {@code to-post}. */
  String folder();

  String name();

  byte[] content();

  String sha256();

  @Override
  default String reference() {
    return name();
  }
}
