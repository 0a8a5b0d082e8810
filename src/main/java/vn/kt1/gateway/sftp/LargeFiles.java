package vn.kt1.gateway.sftp;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets one large file be read at a time over all folders, because each needs much of the memory.
 * Another one waits for a later poll; small files pass. A folder takes its files one after another,
 * so the folder holds the place and may take it again after its last file.
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

  /** Frees the place of this folder. Calling it twice does no harm. */
  synchronized void leave(String folder) {
    if (folder.equals(holder)) {
      holder = null;
    }
  }
}
