package vn.kt1.gateway.door;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.apache.camel.CamelContext;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.OrderFile;
import vn.kt1.gateway.shipment.Unavailable;

/** Carries order files to the post: first {@code .part}, then {@code .sha256}, then the name. */
@Component
@SuppressWarnings("rawtypes")
public class PostBox {

  private static final String ORDERS = "to-post/orders/";

  private final CamelContext context;
  private final String uri;

  PostBox(CamelContext context, DoorSettings settings) {
    this.context = context;
    this.uri = SftpAddress.of(settings.post(), "to-post/orders");
  }

  /**
   * Twice is once: a file the post has, or has taken aside, is not written again.
   *
   * @throws Unavailable when the post's server cannot be reached or does not take the file
   */
  public OrderFile deliver(OrderFile file) {
    SftpEndpoint endpoint = context.getEndpoint(uri, SftpEndpoint.class);
    RemoteFileOperations<SftpRemoteFile> operations = endpoint.createRemoteFileOperations();
    try {
      operations.connect((RemoteFileConfiguration) endpoint.getConfiguration(), null);
      write(new SftpFolder(context, operations), file);
      return file;
    } catch (GenericFileOperationFailedException e) {
      throw new Unavailable("the post's order folder", e);
    } finally {
      operations.forceDisconnect();
    }
  }

  private static void write(SftpFolder folder, OrderFile file) {
    String path = ORDERS + file.name();
    if (there(folder, file)) {
      return;
    }
    String checksum = file.sha256() + "  " + file.name() + "\n";
    folder.write(path + ".part", new ByteArrayInputStream(file.content()));
    folder.write(
        path + ".sha256", new ByteArrayInputStream(checksum.getBytes(StandardCharsets.US_ASCII)));
    // Looked at again: a slow line may have outlasted the lease, and another have carried it.
    if (!there(folder, file)) {
      folder.rename(path + ".part", path);
    }
  }

  private static boolean there(SftpFolder folder, OrderFile file) {
    return folder.exists(ORDERS + file.name()) || folder.exists(ORDERS + ".done/" + file.name());
  }
}
