package vn.kt1.sandbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.postgresql.PGConnection;

/** Prepares the database and the two roles of the gateway; may run any number of times. */
final class DatabaseRoles {
  static final String DATABASE = "kt1";
  static final String OWNER = "kt1_owner";
  static final String APP = "kt1_app";

  private static final String ORDINARY =
      " login nosuperuser nocreatedb nocreaterole noreplication nobypassrls";

  // SECURITY: whatever the server's own settings are, as docker/postgres/10-roles.sql.
  private static final List<String> QUIET =
      List.of(
          "log_error_verbosity = terse",
          "log_min_error_statement = panic",
          "log_parameter_max_length = 0",
          "log_parameter_max_length_on_error = 0",
          "log_statement = none",
          "log_min_duration_statement = -1");

  private final String superuserUrl;
  private final Properties login;

  DatabaseRoles(String superuserUrl, Properties login) {
    this.superuserUrl = superuserUrl;
    this.login = login;
  }

  /** Returns the address of the gateway's database, with whatever else the given address held. */
  String prepare(String ownerPassword, String appPassword) throws SQLException {
    try (Connection server = DriverManager.getConnection(superuserUrl, login)) {
      role(server, OWNER, ownerPassword);
      role(server, APP, appPassword);
      database(server);
    }
    String address = databaseUrl(superuserUrl);
    try (Connection database = DriverManager.getConnection(withLoginOf(address), login)) {
      run(database, "alter schema public owner to " + OWNER);
      run(database, "revoke create on schema public from public");
      run(database, "grant usage on schema public to " + APP);
    }
    return address;
  }

  private static void role(Connection server, String name, String password) throws SQLException {
    if (!exists(server, "select 1 from pg_roles where rolname = ?", name)) {
      run(server, "create role " + name);
    }
    run(server, "alter role " + name + ORDINARY);
    for (String setting : QUIET) {
      run(server, "alter role " + name + " set " + setting);
    }
    // SECURITY: hashed here, so that the password is in no statement and in no server log.
    server
        .unwrap(PGConnection.class)
        .alterUserPassword(name, password.toCharArray(), "scram-sha-256");
  }

  private static void database(Connection server) throws SQLException {
    if (!exists(server, "select 1 from pg_database where datname = ?", DATABASE)) {
      run(server, "create database " + DATABASE + " owner " + OWNER + " encoding 'UTF8'");
    }
    run(server, "alter database " + DATABASE + " owner to " + OWNER);
  }

  private static boolean exists(Connection server, String sql, String name) throws SQLException {
    try (PreparedStatement statement = server.prepareStatement(sql)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The same server and options, our database, nobody's login. */
  static String databaseUrl(String url) {
    String server = url.replaceFirst("\\?.*", "");
    String options =
        url.substring(server.length())
            .replaceAll("(?<=[?&])(user|password)=[^&]*&?", "")
            .replaceFirst("[?&]$", "");
    int path = server.startsWith("jdbc:postgresql://") ? server.indexOf('/', 18) : -1;
    if (path < 0) {
      throw new IllegalArgumentException("expected jdbc:postgresql://host:port/database?…");
    }
    return server.substring(0, path + 1) + DATABASE + options;
  }

  private String withLoginOf(String address) {
    int options = superuserUrl.indexOf('?');
    return options < 0
        ? address
        : address.replaceFirst("\\?.*", "") + superuserUrl.substring(options);
  }
}
