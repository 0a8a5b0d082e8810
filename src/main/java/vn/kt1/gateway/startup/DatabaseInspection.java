package vn.kt1.gateway.startup;

import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.postgresql.Driver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.BadConfiguration;
import vn.kt1.gateway.directory.BadConfiguration.Fault;

/** Looks at the roles once the tables are there, and before a door opens or a route runs. */
@Component
@DependsOnDatabaseInitialization
class DatabaseInspection implements InitializingBean {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseInspection.class);

  private static final String LEAKS =
      """
      select name || ' is ' || current_setting(name) || ', write ' || wanted
      from (values
        ('log_error_verbosity', 'terse', true),
        ('log_parameter_max_length_on_error', '0', true),
        ('log_parameter_max_length', '0',
          current_setting('log_statement') <> 'none'
            or current_setting('log_min_duration_statement') <> '-1')) as asked (name, wanted, counts)
      where counts and current_setting(name) <> wanted
      """;

  private final JdbcClient database;
  private final Environment environment;

  DatabaseInspection(JdbcClient database, Environment environment) {
    this.database = database;
    this.environment = environment;
  }

  @Override
  public void afterPropertiesSet() {
    String owner = environment.getProperty("spring.flyway.user", "");
    List<Fault> faults = new DatabaseRole(database, owner).faults();
    if (!faults.isEmpty()) {
      throw new BadConfiguration(faults);
    }
    for (String leak : leaks(database)) {
      LOG.warn("the database's log may quote what stands on envelopes: {}", leak);
      LOG.warn("see docs/operations.md, section 2");
    }
    if (!guarded(environment.getProperty("spring.datasource.url", ""))) {
      LOG.warn("the database is on another machine, and its line is not checked: write");
      LOG.warn("?sslmode=verify-full&sslrootcert=… into GATEWAY_DB_URL");
    }
  }

  /** Settings by which the database would write what stands on envelopes into its own log. */
  static List<String> leaks(JdbcClient database) {
    return database.sql(LEAKS).query(String.class).list();
  }

  /** On this machine, or by TLS to a server that proves its name. */
  static boolean guarded(String url) {
    Properties parts = Driver.parseURL(url, null);
    return parts != null
        && ("verify-full".equals(parts.getProperty("sslmode"))
            || Stream.of(parts.getProperty("PGHOST").split(",")).allMatch(ThisMachine::is));
  }
}
