package vn.kt1.gateway.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.startup.FolderSettings;

/**
 * The database of a command. Everything a command does is one transaction, its evidence included.
 */
final class CommandDatabase {

  private final DriverManagerDataSource source;

  private CommandDatabase(DriverManagerDataSource source) {
    this.source = source;
  }

  static CommandDatabase open(Path config) {
    FolderSettings settings = FolderSettings.of(config);
    String url = settings.text("spring.datasource.url");
    if (url.isEmpty()) {
      throw new Commands.UsageFault(
          "set GATEWAY_DB_URL, GATEWAY_DB_USER and GATEWAY_DB_PASSWORD[_FILE]");
    }
    return new CommandDatabase(
        new DriverManagerDataSource(
            url,
            settings.text("spring.datasource.username"),
            settings.text("spring.datasource.password")));
  }

  <T> T all(BiFunction<JdbcClient, Evidence, T> work) {
    JdbcClient jdbc = JdbcClient.create(source);
    Evidence evidence = new Evidence(jdbc, Clock.systemUTC());
    TransactionTemplate whole = new TransactionTemplate(new DataSourceTransactionManager(source));
    return Objects.requireNonNull(whole.execute(status -> work.apply(jdbc, evidence)));
  }
}
