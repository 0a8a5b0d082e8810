package vn.kt1.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.api.OpenPGPKey;
import vn.kt1.sandbox.Credentials;
import vn.kt1.sandbox.SandboxConfig;
import vn.kt1.sandbox.Trees;

/**
 * The machines around a gateway under test: a database on the JVM's PostgreSQL, one OpenSSH server
 * with the trees of the partners and of the post, a line to the post that can be cut, and a
 * configuration of short waits.
 */
public final class Site implements AutoCloseable {

  private static final List<String> PARTNERS = List.of("hp-eoffice", "qn-eoffice");

  private final Path folder;
  private final OpenSsh ssh;
  private final CutProxy line;
  private final Served database;
  private final Map<String, String> secrets = new LinkedHashMap<>();
  private OpenPGPKey posts;
  private OpenPGPKey ours;

  private Site(Path folder, Served database) throws IOException {
    this.folder = folder;
    this.database = database;
    this.ssh = OpenSsh.startIn(Files.createDirectories(folder.resolve("ssh")));
    this.line = new CutProxy(ssh.port());
    for (String partner : PARTNERS) {
      Trees.partner(partner(partner));
    }
    Trees.post(ssh.root());
    String host = Files.readString(ssh.knownHosts());
    Files.writeString(
        folder.resolve("known_hosts"), host + host.replace(":" + ssh.port(), ":" + line.port()));
    writeConfig();
  }

  public static Site in(Path folder) throws IOException {
    return on(Served.fresh(), folder);
  }

  /** At work on that database. */
  public static Site on(Served database, Path folder) throws IOException {
    OpenSsh.require();
    return new Site(folder.toAbsolutePath(), database);
  }

  public OpenSsh ssh() {
    return ssh;
  }

  /** The line by which the gateway reaches the post; partners do not use it. */
  public CutProxy line() {
    return line;
  }

  public Path folder() {
    return folder;
  }

  /** The name of the database. */
  public String database() {
    return database.url().replaceFirst(".*/", "");
  }

  /** The files of the database's server. */
  public Path postgres() {
    return Postgres.files();
  }

  /** A complete configuration folder, {@code application.yaml} included. */
  public Path config() {
    return folder.resolve("config");
  }

  public Path partner(String id) {
    return ssh.root().resolve(id);
  }

  public Path orders() {
    return ssh.root().resolve("to-post/orders");
  }

  public Path receipts() {
    return ssh.root().resolve("from-post/receipts");
  }

  public Path statuses() {
    return ssh.root().resolve("from-post/status");
  }

  public StockSftp sftp() {
    return new StockSftp(ssh.port(), ssh.user(), ssh.keyFile(), ssh.knownHosts());
  }

  /**
   * Puts a file under that remote path, whatever its name, with the stock client: whole at once, as
   * careful clients do, so that no stall looks like the end of a file.
   */
  public void put(String remote, byte[] content) {
    try {
      Path local = Files.write(Files.createTempFile(folder, "put", ""), content);
      String quoted = remote.replace("\\", "\\\\").replace("\"", "\\\"");
      String part = remote.substring(0, remote.lastIndexOf('/') + 1) + "." + local.getFileName();
      StockSftp.Answer answer =
          sftp().run("put " + local + " " + part, "rename " + part + " \"" + quoted + "\"");
      Files.delete(local);
      if (!answer.ok()) {
        throw new IllegalStateException(answer.output());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public void put(String remote, String content) {
    put(remote, content.getBytes(StandardCharsets.UTF_8));
  }

  /** From the next gateway on, the settings are those the product comes with. */
  public Site asShipped() throws IOException {
    Path settings = config().resolve("application.yaml");
    Files.copy(Path.of("config/application.yaml"), settings, StandardCopyOption.REPLACE_EXISTING);
    reach("DROP", ssh.port());
    reach("POST", line.port());
    return this;
  }

  private void reach(String server, int port) {
    String setting = "GATEWAY_" + server + "_SFTP_";
    secret(setting + "HOST", "127.0.0.1");
    secret(setting + "PORT", "" + port);
    secret(setting + "USER", ssh.user());
    secret(setting + "KEY", ssh.keyFile().toString());
    secret(setting + "KNOWN_HOSTS", folder.resolve("known_hosts").toString());
  }

  /** For the next gateway that starts. */
  public void largestFile(String size) throws IOException {
    Path settings = config().resolve("application.yaml");
    Files.writeString(
        settings,
        Files.readString(settings).replaceAll("largest-file: \\w+", "largest-file: " + size));
  }

  /** From the next gateway on, what the post gets is signed and encrypted. */
  public Site sealed() throws Exception {
    Path keys = Files.createDirectories(folder.resolve("pgp"));
    posts = Pgp.key("The post <post@example.vn>");
    String passphrase = Credentials.freshSecret();
    ours = Pgp.lockedKey("The gateway <gateway@example.vn>", passphrase);
    Path post = Pgp.publicFile(keys.resolve("post.asc"), posts);
    Path gateway = Pgp.secretFile(keys.resolve("gateway.asc"), ours);
    secret("GATEWAY_POST_PGP_POST_KEY", post.toString());
    secret("GATEWAY_POST_PGP_OUR_KEY", gateway.toString());
    secret("GATEWAY_POST_PGP_PASSPHRASE", passphrase);
    return this;
  }

  /** As the post reads it: with its own key, and only what the gateway has signed. */
  public byte[] opened(byte[] sealed) {
    try {
      return Pgp.read(sealed, Objects.requireNonNull(posts), ours.toCertificate());
    } catch (Exception e) {
      throw new IllegalStateException("the post cannot read it", e);
    }
  }

  /** For the environment of the next gateway that starts. */
  void secret(String variable, String value) {
    secrets.put(variable, value);
  }

  /** What a gateway finds in its environment. */
  public Map<String, String> environment() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("GATEWAY_DB_URL", database.url());
    all.put("GATEWAY_DB_USER", "kt1_app");
    all.put("GATEWAY_DB_PASSWORD", database.passwords().app());
    all.put("GATEWAY_DB_OWNER_USER", "kt1_owner");
    all.put("GATEWAY_DB_OWNER_PASSWORD", database.passwords().owner());
    all.put("GATEWAY_CONFIG", config().toString());
    all.put("GATEWAY_PORT", "0");
    all.put("GATEWAY_MANAGEMENT_PORT", "0");
    all.put("GATEWAY_DATA", folder.resolve("data").toString());
    all.putAll(secrets);
    return all;
  }

  public void stopDatabase() throws IOException {
    Postgres.stop();
  }

  /** On the same port and with the same data. */
  public void startDatabase() throws IOException, SQLException {
    Postgres.start();
  }

  /** The first column of what the owner of the tables reads. */
  public List<String> sql(String query) {
    try (Connection owner =
            DriverManager.getConnection(database.url(), "kt1_owner", database.passwords().owner());
        Statement statement = owner.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> column = new ArrayList<>();
      while (rows.next()) {
        column.add(rows.getString(1));
      }
      return column;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A statement of the owner of the tables. */
  public void execute(String statement) {
    try (Connection owner =
            DriverManager.getConnection(database.url(), "kt1_owner", database.passwords().owner());
        Statement open = owner.createStatement()) {
      open.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Forgets what was handed over and told; who may come in and what the start wrote stays. */
  void empty() throws IOException {
    line.heal();
    Folders.empty(ssh.root());
    Trees.post(ssh.root());
    for (String partner : PARTNERS) {
      Trees.partner(partner(partner));
    }
    execute(
        """
        do $$ begin execute (
          select 'truncate ' || string_agg(quote_ident(tablename), ', ') || ' restart identity'
          from pg_tables where schemaname = 'public' and tablename not like 'qrtz%'
            and tablename not in ('evidence', 'state_move', 'status_code', 'flyway_schema_history',
              'login', 'partner_token', 'configuration_file', 'directory_version',
              'directory_change', 'report_job', 'tariff', 'transit_target'));
        end $$\
        """);
  }

  @Override
  public void close() throws IOException {
    line.close();
    ssh.close();
    database.end();
  }

  /** File names in a folder, sorted; hidden ones and folders are left out. */
  public static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Off where there is no mail server: what cannot leave would be owed for ever. */
  void deliveryNotices(boolean on) throws IOException {
    for (String partner : PARTNERS) {
      Path file = config().resolve("partners").resolve(partner + ".yaml");
      String said = Files.readString(file);
      Files.writeString(
          file, said.replaceAll("deliveryNotices: (true|false)", "deliveryNotices: " + on));
    }
  }

  private void writeConfig() throws IOException {
    try (Stream<Path> files = Files.walk(SandboxConfig.folder())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = config().resolve(SandboxConfig.folder().relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    deliveryNotices(false);
    Files.writeString(
        config().resolve("application.yaml"),
        """
        # A database that is away is told sooner than to people.
        spring.datasource.hikari.connection-timeout: 2000
        # Tests call as fast as they can.
        gateway.admin.rate: {requests-per-second: 5000, burst: 5000}
        gateway:
          dispatch: {lease: 2s, longest-pause: 2s}
          door:
            poll: 100ms
            settle: 300ms
            overdue: 5s
            look: 500ms
            sweep: 2s
            largest-file: 200KB
            drop: %s
            post: %s
          orders: {every: 100ms, collect: 200ms, look: 300ms}
          admin: {silence: 1s, longest-owed: 20s}
          report: {tick: 2s, catch-up: 0s}
          news: {every: 500ms, look: 100ms}
        """
            .formatted(server(ssh.port()), server(line.port())));
  }

  private String server(int port) {
    return "{host: 127.0.0.1, port: %d, user: %s, private-key-file: %s, known-hosts-file: %s}"
        .formatted(port, ssh.user(), ssh.keyFile(), folder.resolve("known_hosts"));
  }
}
