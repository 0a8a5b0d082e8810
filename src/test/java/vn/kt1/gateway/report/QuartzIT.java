package vn.kt1.gateway.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kt1.testing.Gateway;
import vn.kt1.testing.HandClock;
import vn.kt1.testing.Site;

/** Whole gateways on one database: Quartz ticks for whichever is there, and the clock decides. */
@Tag("nightly")
class QuartzIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final List<Gateway> STARTED = new ArrayList<>();

  @TempDir static Path temp;
  private static Site site;

  @BeforeAll
  static void start() throws Exception {
    site = Site.in(temp);
  }

  @AfterAll
  static void stop() throws Exception {
    STARTED.forEach(Gateway::close);
    site.close();
  }

  private static Gateway gateway(HandClock clock, String... more) {
    Gateway gateway = Gateway.start(site, clock, more);
    STARTED.add(gateway);
    return gateway;
  }

  @Test
  void two_gateways_mail_once_and_each_goes_on_without_the_other() throws Exception {
    HandClock clock = new HandClock("2026-11-24T09:00:00+07:00");
    Gateway first = gateway(clock);
    Gateway second = gateway(clock);
    await()
        .atMost(PATIENCE)
        .until(() -> site.sql("select 1 from report_job where job = 'report'").size() == 2);
    assertThat(site.sql("select instance_name from qrtz_scheduler_state")).hasSize(2);
    assertThat(notices()).isEmpty();
    clock.set("2026-12-12T00:00:00+07:00");
    await().atMost(PATIENCE).until(() -> done(2026) == 2);
    assertThat(notices()).containsExactly("hai-phong-2026-v1", "quang-ngai-2026-v1");

    first.close();
    assertThat(site.sql("select 1 from qrtz_triggers")).as("left to the other").hasSize(1);
    site.stopDatabase();
    site.startDatabase();
    clock.set("2027-12-12T00:00:00+07:00");
    await().atMost(PATIENCE).until(() -> done(2027) == 2);

    second.close();
    assertThat(site.sql("select 1 from qrtz_triggers")).as("kept for the next start").hasSize(1);
    clock.set("2028-12-12T00:00:00+07:00");
    gateway(clock, "--gateway.report.tick=1s");
    await().atMost(PATIENCE).until(() -> done(2028) == 2);
    assertThat(site.sql("select repeat_interval from qrtz_simple_triggers"))
        .containsExactly("1000");
    assertThat(notices()).hasSize(6).doesNotHaveDuplicates();
  }

  private static long done(int year) {
    return site.sql(
            "select 1 from report_job where done_at is not null and job = 'report'"
                + " and period = '"
                + year
                + "'")
        .size();
  }

  private static List<String> notices() {
    return site.sql(
        "select occasion from dispatch where name ~ '^.KT1. REPORT [a-z-]+-[0-9]+$' order by"
            + " occasion");
  }
}
