package vn.kt1.gateway.inventory;

import java.time.Clock;
import org.springframework.jdbc.support.JdbcTransactionManager;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.testing.Database;

/** What a start does with its directory, for tests of other rooms too. */
public final class Starts {

  private Starts() {}

  public static void with(Directory directory, Database database, Clock clock) {
    versions(directory, database, clock).afterSingletonsInstantiated();
  }

  static DirectoryVersions versions(Directory directory, Database database, Clock clock) {
    return new DirectoryVersions(
        database.app(),
        new JdbcTransactionManager(database.dataSource()),
        new Evidence(database.app(), clock),
        clock,
        directory);
  }
}
