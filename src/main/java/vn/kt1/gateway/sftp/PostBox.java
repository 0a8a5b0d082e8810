package vn.kt1.gateway.sftp;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.camel.CamelContext;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.dispatch.Carrier;
import vn.kt1.gateway.dispatch.FileForPost;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Unavailable;

/** Carries files to the post: first {@code .part}, then {@code .sha256}, then the name. */
@Component
@SuppressWarnings("rawtypes")
public class PostBox implements Carrier {

  private final CamelContext context;
  private final DoorSettings settings;
  private final HostKeys hostKeys;

  PostBox(CamelContext context, DoorSettings settings, HostKeys hostKeys) {
    this.context = context;
    this.settings = settings;
    this.hostKeys = hostKeys;
  }

  @Override
  public String name() {
    return "post";
  }

  @Override
  public Network network() {
    return settings.postNetwork();
  }

  /** A file the post has, or has taken aside, is not written again, unless it is to be replaced. */
  @Override
  public void carry(FileForPost file) {
    String folder = "to-post/" + file.folder();
    SftpEndpoint endpoint =
        context.getEndpoint(SftpAddress.of(settings.post(), folder), SftpEndpoint.class);
    RemoteFileOperations<SftpRemoteFile> operations = endpoint.createRemoteFileOperations();
    try {
      operations.connect((RemoteFileConfiguration) endpoint.getConfiguration(), null);
      write(new SftpFolder(context, operations), folder, file);
    } catch (GenericFileOperationFailedException e) {
      hostKeys.failed(settings.post(), e);
      throw new Unavailable("a folder of the post", e);
    } finally {
      operations.forceDisconnect();
    }
  }

  private static void write(SftpFolder tree, String folder, FileForPost file) {
    String path = folder + "/" + file.name();
    if (file.replaces()) {
      replace(tree, path, file);
      return;
    }
    if (there(tree, folder, file)) {
      tree.delete(path + ".part"); // of a carrier that was stopped for longer than its lease
      return;
    }
    tree.write(path + ".part", new ByteArrayInputStream(file.content()));
    tree.write(path + ".sha256", checksum(file));
    // Looked at again: a slow line may have outlasted the lease, and another have carried it.
    if (there(tree, folder, file)) {
      tree.delete(path + ".part");
    } else {
      tree.rename(path + ".part", path);
    }
  }

  /**
   * Both beside the old ones and then in their place: at no moment is one of them half there. Under
   * names of their own, for the first carriage may be on its way just now.
   */
  private static void replace(SftpFolder tree, String path, FileForPost file) {
    tree.write(path + ".again.part", new ByteArrayInputStream(file.content()));
    tree.write(path + ".sha256.again.part", checksum(file));
    tree.replace(path + ".sha256.again.part", path + ".sha256");
    tree.replace(path + ".again.part", path);
  }

  private static InputStream checksum(FileForPost file) {
    String line = file.sha256() + "  " + file.name() + "\n";
    return new ByteArrayInputStream(line.getBytes(StandardCharsets.US_ASCII));
  }

  private static boolean there(SftpFolder tree, String folder, FileForPost file) {
    return tree.exists(folder + "/" + file.name()) || tree.exists(folder + "/.done/" + file.name());
  }
}
