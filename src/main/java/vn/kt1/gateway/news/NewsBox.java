package vn.kt1.gateway.news;

import java.io.ByteArrayInputStream;
import org.apache.camel.CamelContext;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.sftp.DoorSettings;
import vn.kt1.gateway.sftp.SftpAddress;
import vn.kt1.gateway.sftp.SftpFolder;
import vn.kt1.gateway.shipment.Unavailable;

/** Carries files of news into a partner's tree: first {@code .part}, then the name. */
@Component
@SuppressWarnings("rawtypes")
public class NewsBox {

  private final CamelContext context;
  private final DoorSettings settings;

  NewsBox(CamelContext context, DoorSettings settings) {
    this.context = context;
    this.settings = settings;
  }

  /**
   * Twice is once: a file the partner has, or has taken aside, is not written again.
   *
   * @throws Unavailable when the server cannot be reached or the folder does not take the file
   */
  public NewsFile deliver(NewsFile file) {
    String folder = file.partner() + "/status";
    SftpEndpoint endpoint =
        context.getEndpoint(SftpAddress.of(settings.drop(), folder), SftpEndpoint.class);
    RemoteFileOperations<SftpRemoteFile> operations = endpoint.createRemoteFileOperations();
    try {
      operations.connect((RemoteFileConfiguration) endpoint.getConfiguration(), null);
      write(new SftpFolder(context, operations), folder, file);
      return file;
    } catch (GenericFileOperationFailedException e) {
      throw new Unavailable("a partner's status folder", e);
    } finally {
      operations.forceDisconnect();
    }
  }

  private static void write(SftpFolder tree, String folder, NewsFile file) {
    String path = folder + "/" + file.name();
    if (there(tree, folder, file)) {
      tree.delete(path + ".part"); // of a carrier that was stopped for longer than its lease
      return;
    }
    tree.write(path + ".part", new ByteArrayInputStream(file.content()));
    // Looked at again: a slow line may have outlasted the lease, and another have carried it.
    if (there(tree, folder, file)) {
      tree.delete(path + ".part");
    } else {
      tree.rename(path + ".part", path);
    }
  }

  private static boolean there(SftpFolder tree, String folder, NewsFile file) {
    return tree.exists(folder + "/" + file.name()) || tree.exists(folder + "/.done/" + file.name());
  }
}
