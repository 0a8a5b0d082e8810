package vn.kt1.gateway.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.env.MockEnvironment;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.testing.Database;
import vn.kt1.testing.HandClock;

/** What a start says of its configuration in evidence. */
class InventoryIT {

  private static final String PARTNER = "partners/hp-eoffice.yaml";

  @TempDir private Path folder;
  private final Database database = Database.fresh();
  private final HandClock clock = new HandClock("2026-11-22T09:00:00+07:00");
  private final MockEnvironment environment = new MockEnvironment();

  @BeforeEach
  void a_configuration() throws IOException {
    Files.createDirectories(folder.resolve("partners"));
    Files.writeString(folder.resolve(PARTNER), "units: [H24.16]\n");
    Files.writeString(folder.resolve("application.yaml"), "gateway:\n");
    environment.setProperty("gateway.config", folder.toString());
    environment.setProperty("gateway.door.poll", "10s");
    environment.setProperty("gateway.mail.smtp.password", "planted-1");
  }

  @AfterEach
  void end() {
    database.close();
  }

  @Test
  void the_first_start_is_one_row_that_names_everything_and_the_next_is_none() {
    start();
    assertThat(recorded()).isEqualTo(1);
    assertThat(lastDetail("configuration"))
        .contains("\"application.yaml\":", "\"packaged\":", "\"" + PARTNER + "\":")
        .contains("\"settings\":", "\"version\":")
        .doesNotContain("H24");
    assertThat(changes()).isEmpty();
    start();
    assertThat(recorded()).isEqualTo(1);
    assertThat(changes()).isEmpty();
  }

  @Test
  void a_file_that_changed_is_told_with_both_digests_and_no_content() throws IOException {
    start();
    Files.writeString(folder.resolve(PARTNER), "units: [H24.31]\n");
    start();
    String detail = lastDetail(PARTNER);
    assertThat(detail)
        .contains("\"before\":\"" + sha256("units: [H24.16]\n"))
        .contains("\"after\":\"" + sha256("units: [H24.31]\n"))
        .contains("\"version\":")
        .doesNotContain("H24");
    assertThat(changes()).containsExactly(PARTNER);
  }

  @Test
  void a_file_that_came_and_one_that_went_are_told_too() throws IOException {
    start();
    Files.move(folder.resolve(PARTNER), folder.resolve("partners/other.yaml"));
    start();
    assertThat(lastDetail(PARTNER)).contains("\"after\":null");
    assertThat(lastDetail("partners/other.yaml")).contains("\"before\":null");
    start();
    assertThat(changes()).hasSize(2);
  }

  @Test
  void a_setting_counts_wherever_it_is_set_but_a_secret_does_not() {
    start();
    environment.setProperty("gateway.mail.smtp.password", "planted-2");
    environment.setProperty("spring.datasource.password", "planted-3");
    environment.setProperty("gateway.tracking.customer", "planted-4");
    start();
    assertThat(changes()).isEmpty();
    environment.setProperty("gateway.door.poll", "20s");
    start();
    assertThat(changes()).containsExactly("settings");
    assertThat(SettingsInForce.lines(environment))
        .contains("gateway.door.poll=20s\n")
        .doesNotContain("planted");
  }

  @Test
  void hidden_files_are_nobodys() throws IOException {
    start();
    Files.writeString(folder.resolve(".hp-eoffice.yaml.swp"), "x");
    Files.createDirectories(folder.resolve("..data/partners"));
    Files.writeString(folder.resolve("..data/partners/x.yaml"), "x");
    start();
    assertThat(changes()).isEmpty();
  }

  @Test
  void two_that_start_at_once_tell_it_once() throws Exception {
    List<Inventory> both = List.of(inventory(), inventory());
    CountDownLatch go = new CountDownLatch(1);
    var threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> started = new ArrayList<>();
      for (Inventory one : both) {
        started.add(
            threads.submit(
                () -> {
                  go.await();
                  one.afterSingletonsInstantiated();
                  return null;
                }));
      }
      go.countDown();
      for (Future<?> one : started) {
        one.get();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(recorded()).isEqualTo(1);
    assertThat(changes()).isEmpty();
  }

  @Test
  void the_start_itself_is_told_with_one_digest_of_all() throws IOException {
    Inventory inventory = inventory();
    inventory.afterSingletonsInstantiated();
    inventory.started(null);
    String first = lastDetail("gateway");
    assertThat(first)
        .matches("\\{\"configurationSha256\":\"[0-9a-f]{64}\",\"version\":\"[^\"]+\"}");
    Files.writeString(folder.resolve(PARTNER), "units: [H24.31]\n");
    inventory().started(null);
    assertThat(lastDetail("gateway")).isNotEqualTo(first);
    assertThat(sql("select act from evidence where subject = 'gateway'"))
        .containsOnly("gateway-started");
  }

  private void start() {
    inventory().afterSingletonsInstantiated();
  }

  private Inventory inventory() {
    AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
    beans.setEnvironment(new StandardEnvironment());
    beans.registerBean(JdbcClient.class, database::app);
    beans.registerBean(Clock.class, () -> clock);
    beans.register(Evidence.class);
    beans.refresh();
    return new Inventory(
        database.app(),
        new JdbcTransactionManager(database.dataSource()),
        beans.getBean(Evidence.class),
        clock,
        environment);
  }

  private List<String> changes() {
    return sql("select subject from evidence where act = 'configuration-changed' order by seq");
  }

  private int recorded() {
    return sql("select subject from evidence where act = 'configuration-recorded'").size();
  }

  private String lastDetail(String subject) {
    return database
        .app()
        .sql("select detail from evidence where subject = ? order by seq desc limit 1")
        .param(subject)
        .query(String.class)
        .single();
  }

  private List<String> sql(String query) {
    return database.app().sql(query).query(String.class).list();
  }

  private static String sha256(String text) {
    return Sha256.of(text);
  }
}
