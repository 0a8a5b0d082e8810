package vn.kt1.gateway.sftp;

import java.io.ByteArrayInputStream;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import vn.kt1.gateway.dispatch.Courier;
import vn.kt1.gateway.dispatch.Parcel;
import vn.kt1.gateway.shipment.Unavailable;

/** Carries parcels into a folder on an SFTP server: first {@code .part}, then the final name. */
@SuppressWarnings("rawtypes")
abstract class SftpCourier implements Courier {

  private final CamelContext context;
  private final SftpSettings server;
  private final HostKeys hostKeys;

  SftpCourier(CamelContext context, SftpSettings server, HostKeys hostKeys) {
    this.context = context;
    this.server = server;
    this.hostKeys = hostKeys;
  }

  abstract String folder(Parcel parcel);

  /** Called before the file gets its final name. */
  void beside(SftpFolder tree, String path, Parcel parcel) {}

  /** Replaces the file that is there. */
  void replace(SftpFolder tree, String path, Parcel parcel) {
    throw new UnsupportedOperationException("carried once only");
  }

  @Override
  public void carry(Parcel parcel) {
    String folder = folder(parcel);
    on(folder, tree -> write(tree, folder, parcel));
  }

  private void on(String folder, Consumer<SftpFolder> work) {
    SftpEndpoint endpoint = context.getEndpoint(SftpAddress.of(server, folder), SftpEndpoint.class);
    RemoteFileOperations<SftpRemoteFile> operations = endpoint.createRemoteFileOperations();
    try {
      operations.connect((RemoteFileConfiguration) endpoint.getConfiguration(), null);
      work.accept(new SftpFolder(context, operations));
    } catch (GenericFileOperationFailedException e) {
      hostKeys.failed(server, e);
      throw new Unavailable("a folder on the line " + line(), e);
    } finally {
      operations.forceDisconnect();
    }
  }

  /**
   * Writes nothing if the other side has the file or has moved it to its folder for taken files.
   */
  private void write(SftpFolder tree, String folder, Parcel parcel) {
    String path = folder + "/" + parcel.name();
    if (parcel.again()) {
      replace(tree, path, parcel);
      return;
    }
    if (there(tree, folder, parcel)) {
      tree.delete(path + ".part"); // left by a courier that was stopped for longer than its lease
      return;
    }
    tree.write(path + ".part", new ByteArrayInputStream(parcel.content()));
    beside(tree, path, parcel);
    // Checked again: on a slow line the lease may have ended, and another courier may have carried
    // the file.
    if (there(tree, folder, parcel)) {
      tree.delete(path + ".part");
    } else {
      tree.rename(path + ".part", path);
    }
  }

  private static boolean there(SftpFolder tree, String folder, Parcel parcel) {
    return tree.exists(folder + "/" + parcel.name())
        || tree.exists(folder + "/.done/" + parcel.name());
  }
}
