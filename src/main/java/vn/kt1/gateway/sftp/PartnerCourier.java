package vn.kt1.gateway.sftp;

import org.apache.camel.CamelContext;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.dispatch.Parcel;

/** Carries files into a partner's tree. */
@Component
class PartnerCourier extends SftpCourier {

  PartnerCourier(CamelContext context, DoorSettings settings, HostKeys hostKeys) {
    super(context, settings.drop(), hostKeys);
  }

  @Override
  public String line() {
    return "partner";
  }

  @Override
  String folder(Parcel parcel) {
    return parcel.recipient() + "/" + parcel.folder();
  }
}
