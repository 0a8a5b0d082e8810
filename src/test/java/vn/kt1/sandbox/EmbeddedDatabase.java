package vn.kt1.sandbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/**
 * PostgreSQL 17 on the loopback address in a data folder that outlives it, with durable commits;
 * who starts it closes it (it hooks into no shutdown: its clients must go first).
 */
public final class EmbeddedDatabase implements AutoCloseable {

  /** Secrets of the superuser {@code postgres} and of the two roles of the gateway. */
  public record Passwords(String superuser, String owner, String app) {
    @Override
    public String toString() {
      return "Passwords[***]"; // SECURITY: a record would print them
    }
  }

  private final FolderLock lock;
  private final Postmaster postmaster;
  private final EmbeddedPostgres postgres;
  private final String jdbcUrl;

  private EmbeddedDatabase(Path dataDir, int port, Passwords passwords, FolderLock lock)
      throws IOException, SQLException {
    this.lock = lock;
    this.postmaster = new Postmaster(dataDir);
    postmaster.stop(); // left behind by a kill -9
    requireFree(port);
    try {
      this.postgres = new Cluster(dataDir).start(port, passwords.superuser());
      this.jdbcUrl = roles(passwords).prepare(passwords.owner(), passwords.app());
    } catch (IOException | SQLException | RuntimeException failed) {
      postmaster.stop();
      throw failed;
    }
  }

  /**
   * Starts the server; the port 0 stands for any free one. The superuser's password is set when the
   * data folder is new and must be the same ever after; the other two are set at each start.
   * Refuses a folder that another live sandbox holds ({@link IllegalStateException}).
   */
  public static EmbeddedDatabase start(Path dataDir, int port, Passwords passwords)
      throws IOException, SQLException {
    requireLinux(System.getProperty("os.name"), System.getProperty("os.arch"));
    Path folder = dataDir.toAbsolutePath().normalize();
    FolderLock lock = FolderLock.take(folder);
    try {
      return new EmbeddedDatabase(folder, port, passwords, lock);
    } catch (IOException | SQLException | RuntimeException failed) {
      lock.close();
      throw failed;
    }
  }

  /**
   * Prepares database and roles on an own PostgreSQL ({@code SANDBOX_DB_URL}, a superuser's JDBC
   * address with its login) and returns the address of the gateway's database without a login.
   */
  public static String prepare(String superuserUrl, String ownerPassword, String appPassword)
      throws SQLException {
    return new DatabaseRoles(superuserUrl, new Properties()).prepare(ownerPassword, appPassword);
  }

  public String jdbcUrl() {
    return jdbcUrl;
  }

  public int port() {
    return postgres.getPort();
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      postgres.close();
      postmaster.stop(); // zonky waits five seconds only
    }
  }

  static void requireLinux(String os, String architecture) {
    if (!os.equals("Linux") || !List.of("amd64", "x86_64").contains(architecture)) {
      throw new IllegalStateException(
          "the embedded PostgreSQL needs Linux x86-64, this is %s %s; SANDBOX_DB_URL names another"
              .formatted(os, architecture));
    }
  }

  /** Else the start would talk to a stranger's server for a minute before it gives up. */
  private static void requireFree(int port) throws IOException {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress("127.0.0.1", port));
    } catch (IOException taken) {
      throw new IOException("port " + port + " is taken: the database cannot listen on it", taken);
    }
  }

  private DatabaseRoles roles(Passwords passwords) {
    Properties login = new Properties();
    login.setProperty("user", "postgres");
    login.setProperty("password", passwords.superuser());
    return new DatabaseRoles("jdbc:postgresql://127.0.0.1:" + port() + "/postgres", login);
  }
}
