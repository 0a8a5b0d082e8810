package vn.kt1.gateway.sftp;

import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.Unavailable;

/** A session of our own on an SFTP server, for files that are not polled. */
@Component
@SuppressWarnings("rawtypes")
class SftpLine {

  private final CamelContext context;
  private final HostKeys hostKeys;

  SftpLine(CamelContext context, HostKeys hostKeys) {
    this.context = context;
    this.hostKeys = hostKeys;
  }

  /**
   * @throws Unavailable when the server cannot be reached or does not do what is asked
   */
  void at(SftpSettings server, String folder, Consumer<SftpFolder> work) {
    SftpEndpoint endpoint = context.getEndpoint(SftpAddress.of(server, folder), SftpEndpoint.class);
    RemoteFileOperations<SftpRemoteFile> operations = endpoint.createRemoteFileOperations();
    try {
      operations.connect((RemoteFileConfiguration) endpoint.getConfiguration(), null);
      work.accept(new SftpFolder(context, operations));
    } catch (GenericFileOperationFailedException e) {
      hostKeys.failed(server, e);
      throw new Unavailable("a folder of an SFTP server", e);
    } finally {
      operations.forceDisconnect();
    }
  }
}
