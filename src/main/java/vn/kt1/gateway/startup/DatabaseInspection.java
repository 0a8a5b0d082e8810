package vn.kt1.gateway.startup;

import java.net.URI;
import java.util.List;
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
    for (String leak : new DatabaseLog(database).leaks()) {
      LOG.warn("the database's log may quote what stands on envelopes: {}", leak);
      LOG.warn("see docs/operations.md, section 2");
    }
    if (!guarded(environment.getProperty("spring.datasource.url", ""))) {
      LOG.warn("the database is on another machine, and its line is not checked: write");
      LOG.warn("?sslmode=verify-full&sslrootcert=… into GATEWAY_DB_URL");
    }
  }

  /** On this machine, or by TLS to a server that proves its name. */
  static boolean guarded(String url) {
    String address = url.replaceFirst("^jdbc:", "");
    String options = address.contains("?") ? address.substring(address.indexOf('?')) : "";
    return options.matches(".*[?&]sslmode=verify-full(&.*)?") || local(address);
  }

  private static boolean local(String address) {
    try {
      String host = URI.create(address).getHost();
      return host != null && ThisMachine.is(host);
    } catch (IllegalArgumentException severalHosts) {
      return false;
    }
  }
}
