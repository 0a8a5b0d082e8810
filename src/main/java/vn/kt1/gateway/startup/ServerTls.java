package vn.kt1.gateway.startup;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.tls.BoundPartners;
import vn.kt1.gateway.tls.ServerCertificate;
import vn.kt1.gateway.tls.TlsFiles;

/**
 * SECURITY: passwords, tokens and what stands on envelopes go over TLS, or stay on this machine.
 * The files of TLS fit each other and the time, and whoever is bound to a certificate is asked for
 * it.
 */
final class ServerTls implements Check {

  private final @Nullable Directory directory;
  private final TlsFiles files;

  ServerTls(@Nullable Directory directory, TlsFiles files) {
    this.directory = directory;
    this.files = files;
  }

  @Override
  public void look(Settings settings, Findings findings) {
    for (String server : List.of("server", "management.server")) {
      Setting address = settings.find(server + ".address");
      boolean guarded = files.on() || !settings.text(server + ".ssl.bundle").isEmpty();
      if (!guarded && !ThisMachine.is(address.text())) {
        String write = "127.0.0.1, or set GATEWAY_TLS_CERTIFICATE and GATEWAY_TLS_KEY";
        findings.wrong(address, "plain HTTP beyond this machine", write);
      }
    }
    forwarded(settings, findings);
    ServerCertificate.faults(files, Clock.systemUTC().instant()).forEach(findings::wrong);
    if (directory != null) {
      // Without TLS at all, another machine than the gateway's may be asked.
      BoundPartners.faults(directory, files).forEach(files.on() ? findings::wrong : findings::open);
    }
  }

  /** SECURITY: Tomcat believes X-Forwarded-For of every private address, which is all of a WAN. */
  private static void forwarded(Settings settings, Findings findings) {
    Setting strategy = settings.find("server.forward-headers-strategy");
    boolean believed =
        switch (strategy.text().toLowerCase(Locale.ROOT)) {
          case "", "none" -> false;
          case "native" -> !ThisMachine.is(settings.text("server.address"));
          default -> true;
        };
    if (believed) {
      String write =
          "none; native only behind a proxy on this machine, with server.address 127.0.0.1";
      findings.wrong(strategy, "believes whoever says where a call comes from", write);
    }
  }
}
