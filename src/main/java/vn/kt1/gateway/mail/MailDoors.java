package vn.kt1.gateway.mail;

import jakarta.mail.Session;
import java.time.Clock;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Operators;
import vn.kt1.gateway.mail.MailSettings.SenderProof;
import vn.kt1.gateway.web.DoorMetrics;

/** Adds the mail routes, each direction only if its server is configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailDoors {

  private static final Logger LOG = LoggerFactory.getLogger(MailDoors.class);

  @Bean
  MailDoor mailDoor(
      Directory directory,
      MailSettings settings,
      DoorMetrics tally,
      List<MailedForm> forms,
      Clock clock) {
    return new MailDoor(new MailOrigin(directory, settings, clock), settings, tally, forms);
  }

  @Bean
  MailTroubles mailTroubles(Clock clock) {
    return new MailTroubles(clock);
  }

  @Bean
  Postman postman(MailSettings settings, Directory directory, Operators operators, Clock clock) {
    return new Postman(settings, directory, operators, clock);
  }

  @Bean
  MailBoxes mailBoxes(MailSettings settings) {
    return new MailBoxes(settings.imap());
  }

  @Bean
  MailLogin imapLogin(MailSettings settings) {
    return new MailLogin("imap", settings.imap());
  }

  @Bean
  Session imapSession(MailLogin imapLogin) {
    return imapLogin.session();
  }

  @Bean
  CamelContextConfiguration mailRoutes(
      MailSettings settings, Directory directory, Operators operators) {
    return new CamelContextConfiguration() {
      @Override
      public void beforeApplicationStart(CamelContext context) {
        // The templates are read when the context starts.
      }

      @Override
      public void afterApplicationStart(CamelContext context) {
        if (on("hand-off-by-mail", settings.imap(), "GATEWAY_IMAP_HOST")) {
          TemplatedRouteBuilder.builder(context, "hand-off-by-mail")
              .routeId("hand-off-by-mail")
              .add();
        }
        if (on("dispatch-mail", settings.smtp(), "GATEWAY_SMTP_HOST")) {
          TemplatedRouteBuilder.builder(context, "dispatch")
              .routeId("dispatch-mail")
              .parameter("line", "mail")
              .parameter("every", "{{gateway.mail.every}}")
              .add();
        }
        if (settings.imap().on()) {
          SignersAtStart.tell(settings, directory);
        }
        if (settings.imap().on() && settings.senderProof() == SenderProof.NONE) {
          LOG.warn("gateway.mail.sender-proof is NONE: whoever writes a partner's address as");
          LOG.warn("sender is believed. For trials on this machine only.");
        }
        if (!operators.mailed()) {
          LOG.warn("operators see trouble in this log only: set gateway.operators.mail");
        }
        directory.provinces().stream()
            .filter(province -> province.report() != null && province.departmentMail() == null)
            .forEach(
                province ->
                    LOG.warn(
                        "the report of {} will reach nobody: write departmentMail into"
                            + " provinces/{}.yaml",
                        province.id(),
                        province.id()));
        directory.provinces().stream()
            .filter(province -> province.secretOfficerMail() == null)
            .forEach(
                province ->
                    LOG.warn(
                        "nobody in {} will be told of content that was refused: write"
                            + " secretOfficerMail: <address> into provinces/{}.yaml",
                        province.id(),
                        province.id()));
      }
    };
  }

  private static boolean on(String route, MailServer server, String name) {
    if (!server.on()) {
      LOG.info("{} is off: {} is not set", route, name);
    }
    return server.on();
  }
}
