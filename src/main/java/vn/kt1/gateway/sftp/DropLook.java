package vn.kt1.gateway.sftp;

import com.jcraft.jsch.ChannelSftp.LsEntry;
import java.util.Optional;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.text.FileName;

/** Checks a dropped file from outside: may it be read, is it refused unread, or must it wait? */
@SuppressWarnings("rawtypes")
final class DropLook {

  private final Drop drop;
  private final DoorSettings settings;
  private final SeenFiles files;
  private final LeftOvers leftOvers;
  private final Unreadable unreadable;

  DropLook(
      Drop drop,
      DoorSettings settings,
      SeenFiles files,
      LeftOvers leftOvers,
      Unreadable unreadable) {
    this.drop = drop;
    this.settings = settings;
    this.files = files;
    this.leftOvers = leftOvers;
    this.unreadable = unreadable;
  }

  static String name(GenericFile<SftpRemoteFile> file) {
    return file.getFile().getFilename();
  }

  /** SECURITY: a link is left alone, because it may lead into another partner's tree. */
  static boolean link(GenericFile<SftpRemoteFile> file) {
    return file.getFile().getRemoteFile() instanceof LsEntry entry && entry.getAttrs().isLink();
  }

  Taking taking(SftpFolder folder, String directory, GenericFile<SftpRemoteFile> file) {
    String name = name(file);
    String path = directory + "/" + name;
    long modified = file.getLastModified();
    SeenFiles.Seen seen = files.listed(path);
    SideFile checksum = checksum(folder, path, name);
    return new Taking(
        checksum,
        drop.checksumRequired().test(directory),
        seen != null && SeenFiles.unchangedFor(seen, settings.settle()),
        seen != null && SeenFiles.thereFor(seen, settings.overdue()),
        () -> folder.same(path, file.getFileLength(), modified),
        () -> checksum != null && leftOvers.isOne(folder, directory, name, checksum, modified));
  }

  private static @Nullable SideFile checksum(SftpFolder folder, String path, String name) {
    return FileName.allowed(name) ? SideFile.of(folder, path).orElse(null) : null;
  }

  /** Faults that show without reading the file. They are reported only when the file has rested. */
  Optional<Fault> fault(
      SftpFolder folder, String path, GenericFile<SftpRemoteFile> file, Taking taking) {
    if (!FileName.allowed(name(file))) {
      return Optional.of(Fault.of(Code.FILE_NAME, ""));
    }
    if (file.getFileLength() > settings.largestFile().toBytes()) {
      return Optional.of(Fault.of(Code.TOO_LARGE, ""));
    }
    if (taking.settled() && unreadable.took(path) && !folder.readable(path)) {
      return Optional.of(Fault.of(Code.FORBIDDEN, "", "unreadable-file"));
    }
    return taking.missesChecksum() && taking.overdue()
        ? Optional.of(Fault.of(Code.CHECKSUM, ""))
        : Optional.empty();
  }
}
