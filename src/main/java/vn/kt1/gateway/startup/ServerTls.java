package vn.kt1.gateway.startup;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.tls.BoundPartners;
import vn.kt1.gateway.tls.ServerCertificate;
import vn.kt1.gateway.tls.TlsFiles;

/**
 * The files of TLS fit each other and the time, and whoever is bound to a certificate is asked for
 * it.
 */
final class ServerTls implements Check {

  private final @Nullable Directory directory;

  ServerTls(@Nullable Directory directory) {
    this.directory = directory;
  }

  @Override
  public void look(Settings settings, Findings findings) {
    TlsFiles files = TlsFiles.of(settings.environment()::getProperty);
    ServerCertificate.faults(files, Clock.systemUTC().instant()).forEach(findings::wrong);
    if (directory != null) {
      // Without TLS at all, another machine than the gateway's may be asked.
      BoundPartners.faults(directory, files).forEach(files.on() ? findings::wrong : findings::open);
    }
  }
}
