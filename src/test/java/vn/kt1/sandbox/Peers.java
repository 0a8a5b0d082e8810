package vn.kt1.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The machines around the gateway: a database, SFTP servers for partners and the post, and a mail
 * server.
 */
public final class Peers implements AutoCloseable {

  private static final String HAND_OFF = "handoff@kt1.example";

  public static final List<String> PARTNERS = List.of("hp-eoffice", "qn-eoffice");

  /** Where the peers listen on the loopback address; 0 stands for any free port. */
  public record Ports(int sftp, int smtp, int imap, int tracking) {
    public static final Ports ANY = new Ports(0, 0, 0, 0);
  }

  private final @Nullable EmbeddedDatabase database;
  private final String databaseUrl;
  private final SftpServer sftp;
  private final TrackingSimulator tracking;
  private final MailServer mail;
  private final Path folder;
  private final Credentials credentials;

  private Peers(Path folder, Credentials credentials, @Nullable String ownDatabase, Ports ports)
      throws IOException, SQLException {
    this.folder = folder;
    this.credentials = credentials;
    String owner = credentials.getOrCreate("database.owner.password");
    String app = credentials.getOrCreate("database.app.password");
    if (ownDatabase == null) {
      String superuser = credentials.getOrCreate("database.superuser.password");
      this.database =
          EmbeddedDatabase.start(
              folder.resolve("postgres"), 0, new EmbeddedDatabase.Passwords(superuser, owner, app));
      this.databaseUrl = database.jdbcUrl();
    } else {
      this.database = null;
      this.databaseUrl = EmbeddedDatabase.prepare(ownDatabase, owner, app);
    }
    this.sftp = new SftpServer(folder.resolve("sftp-host.key"), ports.sftp(), logins()).start();
    Path knownHosts = folder.resolve("known_hosts");
    sftp.writeKnownHosts(knownHosts);
    credentials.put("sftp.knownHosts", knownHosts.toString());
    this.tracking = tracking(ports.tracking()).start();
    this.mail = new MailServer(folder.resolve("mail"), ports.smtp(), ports.imap(), boxes()).start();
  }

  public static Peers start(
      Path folder, Credentials credentials, @Nullable String ownDatabase, Ports ports)
      throws IOException, SQLException {
    return new Peers(folder, credentials, ownDatabase, ports);
  }

  private List<SftpServer.Login> logins() throws IOException {
    List<SftpServer.Login> logins = new ArrayList<>();
    for (String partner : PARTNERS) {
      Path tree = Trees.partner(Files.createDirectories(partners().resolve(partner)));
      logins.add(login("partner." + partner + ".sftp", partner, tree));
    }
    Path post = Trees.post(Files.createDirectories(postTree()));
    logins.add(login("post.sftp", "post", post));
    logins.add(login("gateway.drop.sftp", "gateway-drop", partners()));
    logins.add(login("gateway.post.sftp", "gateway-post", post));
    return logins;
  }

  private SftpServer.Login login(String key, String user, Path tree) throws IOException {
    Path file = folder.resolve(user + ".key");
    credentials.put(key + ".user", user);
    credentials.put(key + ".key", file.toString());
    return new SftpServer.Login(user, SshKeys.getOrCreate(file).getPublic(), tree);
  }

  private TrackingSimulator tracking(int port) throws IOException {
    String password = credentials.getOrCreate("gateway.tracking.password");
    return new TrackingSimulator(
        folder.resolve("tracking"),
        port,
        new TrackingSimulator.Login("kt1-gateway", password, "SYNTHETIC"));
  }

  TrackingSimulator tracking() {
    return tracking;
  }

  /** The addresses stand in the sandbox's configuration; SYNTHETIC. */
  private List<MailServer.Login> boxes() {
    credentials.put("mail.handoff.address", HAND_OFF);
    return List.of(
        new MailServer.Login(HAND_OFF, HAND_OFF, credentials.getOrCreate("gateway.mail.password")),
        box("partner.hp-eoffice.mail", "hp-eoffice@hai-phong.example"),
        box("partner.qn-eoffice.mail", "qn-eoffice@quang-ngai.example"),
        box("mail.hai-phong-department", "department@hai-phong.example"),
        box("mail.quang-ngai-department", "department@quang-ngai.example"),
        box("mail.hai-phong-officer", "officer@hai-phong.example"),
        box("mail.quang-ngai-officer", "officer@quang-ngai.example"),
        box("mail.operators", "operators@kt1.example"));
  }

  private MailServer.Login box(String key, String address) {
    credentials.put(key + ".address", address);
    credentials.put(key + ".user", address);
    return new MailServer.Login(address, address, credentials.getOrCreate(key + ".password"));
  }

  private Path partners() {
    return folder.resolve("sftp").resolve("partners");
  }

  Path postTree() {
    return folder.resolve("sftp").resolve("post");
  }

  int sftpPort() {
    return sftp.port();
  }

  int smtpPort() {
    return mail.smtpPort();
  }

  int imapPort() {
    return mail.imapPort();
  }

  /** What the gateway has to know of its peers. */
  public Map<String, Object> properties() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("GATEWAY_DB_URL", databaseUrl);
    all.put("GATEWAY_DB_USER", "kt1_app");
    all.put("GATEWAY_DB_PASSWORD", credentials.getOrCreate("database.app.password"));
    all.put("GATEWAY_DB_OWNER_USER", "kt1_owner");
    all.put("GATEWAY_DB_OWNER_PASSWORD", credentials.getOrCreate("database.owner.password"));
    for (String server : List.of("drop", "post")) {
      String prefix = "gateway.door." + server + ".";
      String key = "gateway." + server + ".sftp";
      all.put(prefix + "host", "127.0.0.1");
      all.put(prefix + "port", sftp.port());
      all.put(prefix + "user", credentials.get(key + ".user").orElseThrow());
      all.put(prefix + "private-key-file", credentials.get(key + ".key").orElseThrow());
      all.put(prefix + "known-hosts-file", folder.resolve("known_hosts").toString());
    }
    all.put("gateway.tracking.url", tracking.url());
    all.put("gateway.tracking.user", "kt1-gateway");
    all.put("gateway.tracking.password", credentials.getOrCreate("gateway.tracking.password"));
    all.put("gateway.tracking.customer", "SYNTHETIC");
    mail(all);
    return all;
  }

  private void mail(Map<String, Object> all) {
    all.put("gateway.mail.from", "gateway@kt1.example");
    Map.of("smtp", smtpPort(), "imap", imapPort())
        .forEach(
            (way, port) -> {
              all.put("gateway.mail." + way + ".host", "127.0.0.1");
              all.put("gateway.mail." + way + ".port", port);
              all.put("gateway.mail." + way + ".security", "NONE");
            });
    all.put("gateway.mail.imap.user", HAND_OFF);
    all.put("gateway.mail.imap.password", credentials.getOrCreate("gateway.mail.password"));
  }

  @Override
  public void close() throws IOException {
    tracking.close();
    mail.close();
    sftp.close();
    if (database != null) {
      database.close();
    }
  }
}
