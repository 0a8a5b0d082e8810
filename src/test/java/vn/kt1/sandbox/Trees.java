package vn.kt1.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder trees that an SFTP login of a partner or of the post sees. */
public final class Trees {
  private static final List<String> PARTNER =
      List.of("outbox/.done", "receipts", "rejected", "status");
  private static final List<String> POST =
      List.of(
          "to-post/orders/.done",
          "to-post/cancellations/.done",
          "from-post/receipts/.done",
          "from-post/receipts/.failed",
          "from-post/invoices/.done",
          "from-post/invoices/.failed",
          "from-post/monthly/.done",
          "from-post/monthly/.failed",
          "from-post/status/.done",
          "from-post/status/.failed");

  private Trees() {}

  /** Makes what is missing, and returns the root. */
  public static Path partner(Path root) throws IOException {
    return grow(root, PARTNER);
  }

  /** Makes what is missing, and returns the root. */
  public static Path post(Path root) throws IOException {
    return grow(root, POST);
  }

  private static Path grow(Path root, List<String> folders) throws IOException {
    for (String folder : folders) {
      Files.createDirectories(root.resolve(folder));
    }
    return root;
  }
}
