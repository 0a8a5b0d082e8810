package vn.kt1.gateway.sftp;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.jcraft.jsch.JSch;
import java.time.Clock;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.processor.errorhandler.RedeliveryPolicy;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.shipment.StrictJson;
import vn.kt1.gateway.web.DoorMetrics;

/** Adds the SFTP routes: one drop for each partner that has one, and the feeds of the post. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DoorSettings.class)
class DropDoors {

  static {
    // Otherwise each connection first makes a key of every kind to test whether it can. That takes
    // half a second, the most of a connection on a small machine. All kinds on offer are available.
    JSch.setConfig("CheckKexes", "");
  }

  /**
   * Camel redelivers nothing in memory and logs no failure itself, because it would quote bodies.
   */
  @Bean
  RedeliveryPolicy never() {
    RedeliveryPolicy never = new RedeliveryPolicy();
    never.setMaximumRedeliveries(0);
    never.setLogStackTrace(false);
    never.setLogExhausted(false);
    never.setLogHandled(false);
    never.setLogRetryAttempted(false);
    never.setLogExhaustedMessageBody(false);
    never.setLogExhaustedMessageHistory(false);
    return never;
  }

  /** For {@code unmarshal: json} only; JSON that we write uses Spring's mapper. */
  @Bean(defaultCandidate = false)
  JsonMapper strictMapper() {
    return StrictJson.MAPPER;
  }

  @Bean
  DropStrategy partnerDrop(
      Directory directory,
      DoorSettings settings,
      Clock clock,
      DropHelpers help,
      DoorMetrics tally) {
    Drop drop =
        new Drop(
            DropLayout.PARTNER,
            DropAnswers.PARTNER,
            folder -> requiresChecksum(directory, folder),
            folder -> DropDoor.caller(directory, partner(folder)).orElse(null),
            rejected -> tally.refused("sftp", rejected));
    return new DropStrategy(drop, settings, clock, help);
  }

  private static boolean requiresChecksum(Directory directory, String folder) {
    return directory.partner(partner(folder)).map(Partner::checksumRequired).orElse(false);
  }

  private static String partner(String folder) {
    return folder.substring(0, folder.indexOf('/'));
  }

  @Bean
  DropStrategy postDrop(DoorSettings settings, Clock clock, DropHelpers help) {
    Drop drop =
        new Drop(
            DropLayout.POST, DropAnswers.POST, folder -> false, folder -> null, rejected -> {});
    return new DropStrategy(drop, settings, clock, help);
  }

  @Bean
  CamelContextConfiguration partnerDrops(Directory directory) {
    return new CamelContextConfiguration() {
      @Override
      public void beforeApplicationStart(CamelContext context) {
        // The templates are read when the context starts.
      }

      @Override
      public void afterApplicationStart(CamelContext context) {
        directory.partners().stream()
            .filter(Partner::sftp)
            .forEach(partner -> open(context, partner.id()));
      }
    };
  }

  private static void open(CamelContext context, String partner) {
    TemplatedRouteBuilder.builder(context, "drop")
        .routeId("hand-off-by-sftp-" + partner)
        .parameter("server", "drop")
        .parameter("folder", partner + "/outbox")
        .parameter("strategy", "partnerDrop")
        .parameter("most", "100")
        .parameter("then", "register")
        .add();
  }
}
