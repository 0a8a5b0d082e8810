package vn.kt1.gateway.sftp;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.camel.CamelContext;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.dispatch.Parcel;
import vn.kt1.gateway.shipment.Network;

/** Carries files to the post: first {@code .part}, then {@code .sha256}, then the final name. */
@Component
class PostCourier extends SftpCourier {

  private final DoorSettings settings;

  PostCourier(CamelContext context, DoorSettings settings, HostKeys hostKeys) {
    super(context, settings.post(), hostKeys);
    this.settings = settings;
  }

  @Override
  public String line() {
    return "post";
  }

  @Override
  public Network network() {
    return settings.postNetwork();
  }

  @Override
  String folder(Parcel parcel) {
    return "to-post/" + parcel.folder();
  }

  @Override
  void beside(SftpFolder tree, String path, Parcel parcel) {
    tree.write(path + ".sha256", checksum(parcel));
  }

  /**
   * Writes file and checksum beside the old ones and then replaces them, so that no reader sees a
   * half of either. The temporary names are different, because the first delivery may be under way
   * at the same time.
   */
  @Override
  void replace(SftpFolder tree, String path, Parcel parcel) {
    tree.write(path + ".again.part", new ByteArrayInputStream(parcel.content()));
    tree.write(path + ".sha256.again.part", checksum(parcel));
    tree.replace(path + ".sha256.again.part", path + ".sha256");
    tree.replace(path + ".again.part", path);
  }

  private static InputStream checksum(Parcel parcel) {
    String line = parcel.sha256() + "  " + parcel.name() + "\n";
    return new ByteArrayInputStream(line.getBytes(StandardCharsets.US_ASCII));
  }
}
