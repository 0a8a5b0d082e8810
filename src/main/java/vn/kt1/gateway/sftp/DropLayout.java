package vn.kt1.gateway.sftp;

import java.time.Instant;
import java.util.List;

/** Where files and answers go, relative to the polled folder. */
public enum DropLayout {
  /** A partner's tree (CONTRACT, 4.1). */
  PARTNER {
    @Override
    Place place(String folder, String file, boolean taken) {
      String root = folder.substring(0, folder.length() - "outbox".length());
      return taken
          ? new Place(folder + "/.done/" + file, root + "receipts/" + file + ".receipt.json")
          : new Place(root + "rejected/" + file, root + "rejected/" + file + ".error.json");
    }

    @Override
    List<String> folders(String folder) {
      String root = folder.substring(0, folder.length() - "outbox".length());
      return List.of(folder + "/.done", folder + "/.parked", root + "receipts", root + "rejected");
    }

    @Override
    void forgetRefusal(SftpFolder tree, String folder, String file, String stamp) {
      tree.delete(place(folder, file, false).answer());
    }

    @Override
    void date(SftpFolder tree, String done, Instant taken) {
      tree.date(done, taken);
    }
  },
  /** A feed of the post (CONTRACT, 4.2). */
  POST {
    @Override
    Place place(String folder, String file, boolean taken) {
      String moved = folder + (taken ? "/.done/" : "/.failed/") + file;
      return new Place(moved, moved + ".result.json");
    }

    @Override
    List<String> folders(String folder) {
      return List.of(folder + "/.done", folder + "/.failed", folder + "/.parked");
    }

    @Override
    void forgetRefusal(SftpFolder tree, String folder, String file, String stamp) {
      Place refused = place(folder, file, false);
      if (tree.exists(refused.answer())) {
        tree.aside(refused.file(), stamp);
        tree.rename(refused.answer(), refused.file() + "." + stamp + ".result.json");
      }
    }

    @Override
    void date(SftpFolder tree, String done, Instant taken) {
      // The post's own files keep their dates.
    }
  };

  /** The places of a file and of its answer. */
  record Place(String file, String answer) {}

  abstract Place place(String folder, String file, boolean taken);

  abstract List<String> folders(String folder);

  /** Since when the time of a taken file counts. */
  abstract void date(SftpFolder tree, String done, Instant taken);

  /** A file with this name was refused before and is taken now, so the old answer is removed. */
  abstract void forgetRefusal(SftpFolder tree, String folder, String file, String stamp);
}
