package vn.kt1.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import vn.kt1.sandbox.Credentials;
import vn.kt1.sandbox.People;
import vn.kt1.sandbox.TrackingSimulator;
import vn.kt1.sandbox.Trees;

/**
 * A gateway with its peers that the classes of a JVM share, one after the other: started for the
 * first, found empty by each, at rest between them, and ended with the JVM.
 */
public final class SharedGateway implements BeforeAllCallback, AfterAllCallback {

  private static final SharedGateway USUAL = new SharedGateway(false);
  private static final SharedGateway TRACKED = new SharedGateway(true);

  private final boolean tracked;
  private @Nullable Site site;
  private @Nullable Mail mail;
  private @Nullable TrackingSimulator simulator;
  private @Nullable Credentials credentials;
  private @Nullable Gateway gateway;
  private boolean spoiled;

  private SharedGateway(boolean tracked) {
    this.tracked = tracked;
  }

  /** With default settings but short waits, every door, and nobody behind the tracking API. */
  public static SharedGateway usual() {
    return USUAL;
  }

  /**
   * With the tracking API's simulator, of which it asks each second. A file that is not what its
   * checksum says, or has none, is read after ten seconds without a change.
   */
  public static SharedGateway tracked() {
    return TRACKED;
  }

  public Site site() {
    return Objects.requireNonNull(site);
  }

  public Mail mail() {
    return Objects.requireNonNull(mail);
  }

  public TrackingSimulator simulator() {
    return Objects.requireNonNull(simulator);
  }

  public Gateway gateway() {
    return Objects.requireNonNull(gateway);
  }

  /** The logins of {@link People}. */
  public Credentials credentials() {
    return Objects.requireNonNull(credentials);
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    if (gateway == null) {
      start();
    } else {
      empty();
      gateway.bean(CamelContext.class).resume();
    }
  }

  /**
   * A class has flooded it. What it remembers of callers would show in others, so whoever comes
   * next starts another.
   */
  public void spoil() {
    spoiled = true;
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (spoiled) {
      end();
    } else {
      gateway().bean(CamelContext.class).suspend();
    }
  }

  private void start() throws Exception {
    Path folder = Files.createTempDirectory("kt1-shared-");
    Site around = Site.in(folder);
    site = around;
    credentials = Credentials.in(folder.resolve("people"));
    mail =
        Mail.of(
            around,
            ", sender-proof: NONE",
            "operators@kt1.example",
            "qn-eoffice@quang-ngai.example");
    if (tracked) {
      track(around);
    }
    partners(around);
    append(
        around,
        """
        gateway.notice: {alerts-per-hour: 1000, errors-per-hour: 1000}
        gateway.operators.mail: operators@kt1.example
        gateway.access.guesses: {burst: 1000, per-second: 100}
        gateway.held.look: 500ms
        gateway.tracking.webhook.sources: [127.0.0.1]
        """);
    gateway = Gateway.start(around);
    new People(gateway.context(), credentials).letIn();
    Fork.closeAtTheEnd(this::end);
  }

  /** One that promised a checksum with each file, and one that may call once a second. */
  private static void partners(Site site) throws IOException {
    Path partners = site.config().resolve("partners");
    Files.writeString(
        partners.resolve("strict.yaml"),
        "name: Strict\nunits: [H48.16]\nsftp: true\nchecksumRequired: true\n");
    Trees.partner(site.partner("strict"));
    Files.writeString(
        partners.resolve("slow.yaml"),
        """
        name: Slow
        units: [H24.16]
        sftp: false
        checksumRequired: false
        rate: {requestsPerSecond: 1, burst: 5}
        """);
  }

  private void track(Site around) throws IOException {
    String password = Credentials.freshSecret();
    TrackingSimulator started =
        new TrackingSimulator(
                around.folder().resolve("items"),
                0,
                new TrackingSimulator.Login("kt1-gateway", password, "SYNTHETIC"))
            .start();
    simulator = started;
    around.secret("GATEWAY_TRACKING_PASSWORD", password);
    append(
        around,
        """
        gateway.door: {settle: 10s, overdue: 20s}
        gateway.tracking: {url: "%s", user: kt1-gateway, customer: SYNTHETIC,
          look: 200ms, page: 3, deadline: 2s, urgent: 1s, every: 1s, rarely: 1s, longest-pause: 3s,
          alert-after: 2s, changes: {every: 1s}, requests-per-minute: 10000}
        """
            .formatted(started.url()));
  }

  private static void append(Site site, String settings) throws IOException {
    Files.writeString(
        site.config().resolve("application.yaml"), settings, StandardOpenOption.APPEND);
  }

  /** As after the first start, but for evidence, which nobody can empty. */
  private void empty() throws IOException {
    site().empty();
    mail().empty();
  }

  private void end() throws IOException {
    if (gateway == null) {
      return;
    }
    gateway.close();
    gateway = null;
    spoiled = false;
    mail().close();
    if (simulator != null) {
      simulator.close();
    }
    site().close();
    Folders.delete(site().folder());
  }
}
