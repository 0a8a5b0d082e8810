package vn.kt1.gateway.sftp;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets one large file in at a time over all folders, since each takes a good part of the memory; a
 * second waits for a later poll, and small ones pass. A folder's files come one after another, so
 * the folder holds the place, and whatever its last file came to, the folder may have it again.
 */
@Component
class LargeFiles {

  private @Nullable String holder;

  synchronized boolean enter(String folder) {
    if (holder == null) {
      holder = folder;
    }
    return holder.equals(folder);
  }

  /** Twice is once, and another's place is not touched. */
  synchronized void leave(String folder) {
    if (folder.equals(holder)) {
      holder = null;
    }
  }
}
