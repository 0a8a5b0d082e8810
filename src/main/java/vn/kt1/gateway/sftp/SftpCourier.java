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

/** Carries parcels into a folder on an SFTP server: first {@code .part}, then the name. */
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

  /** Before the file has its name. */
  void beside(SftpFolder tree, String path, Parcel parcel) {}

  /** In the place of what lies there. */
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

  /** A file the other side has, or has taken aside, is not written again. */
  private void write(SftpFolder tree, String folder, Parcel parcel) {
    String path = folder + "/" + parcel.name();
    if (parcel.again()) {
      replace(tree, path, parcel);
      return;
    }
    if (there(tree, folder, parcel)) {
      tree.delete(path + ".part"); // of a courier that was stopped for longer than its lease
      return;
    }
    tree.write(path + ".part", new ByteArrayInputStream(parcel.content()));
    beside(tree, path, parcel);
    // Looked at again: a slow line may have outlasted the lease, and another have carried it.
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
