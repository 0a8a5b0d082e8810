package vn.kt1.bench.bare;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.StreamSupport;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a plain service costs for the same: Spring MVC and JdbcTemplate, five rules, four statements
 * in one transaction. It has no login, no guard, no digest and no orders.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  ServletWebServerFactoryAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  DataSourceAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  TransactionAutoConfiguration.class
})
@RestController
public class BareService {

  private static final String LAW = "QĐ 32/2025/QĐ-TTg";

  private final JdbcTemplate jdbc;

  BareService(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param arguments as {@code --server.port=}; the database by {@code --spring.datasource.}
   */
  public static void main(String[] arguments) {
    SpringApplication application = new SpringApplication(BareService.class);
    application.setBannerMode(Banner.Mode.OFF);
    // No file of settings: those on this class path are the gateway's.
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(
        List.of(
            "--spring.config.location=optional:file:./none/",
            "--server.address=127.0.0.1",
            "--spring.datasource.hikari.maximum-pool-size=16",
            "--logging.level.root=WARN"));
    application.run(all.toArray(String[]::new));
  }

  record Line(String envelopeId, String shipmentId, String decision, String network, String law) {}

  record Receipt(String handOffId, Instant receivedAt, List<Line> shipments) {}

  @PostMapping("/hand-offs")
  @Transactional
  public ResponseEntity<Receipt> take(@RequestBody JsonNode handOff) {
    Timestamp now = Timestamp.from(Instant.now());
    List<Line> lines =
        StreamSupport.stream(handOff.path("envelopes").spliterator(), false)
            .map(envelope -> decide(handOff, envelope))
            .toList();
    Receipt receipt =
        new Receipt(handOff.path("handOffId").asText(), now.toInstant(), List.copyOf(lines));
    write(handOff, lines, now);
    return ResponseEntity.status(201).body(receipt);
  }

  private static Line decide(JsonNode handOff, JsonNode envelope) {
    String secrecy = envelope.path("secrecy").asText("UNSPECIFIED");
    boolean classified = !"NONE".equals(secrecy);
    boolean held =
        "UNSPECIFIED".equals(secrecy)
            || classified && !envelope.path("enteredInRegister").asBoolean()
            || envelope.path("recipient").path("code").asText().isEmpty()
            || handOff.path("sender").equals(envelope.path("recipient").path("code"));
    String network = held ? null : classified ? "KT1" : "PUBLIC_POST";
    String id = Long.toString(ThreadLocalRandom.current().nextLong(1L << 60), 36);
    return new Line(
        envelope.path("envelopeId").asText(), id, held ? "HELD" : "ROUTED", network, LAW);
  }

  private void write(JsonNode handOff, List<Line> lines, Timestamp now) {
    String sender = handOff.path("sender").asText();
    Timestamp handedOffAt =
        Timestamp.from(OffsetDateTime.parse(handOff.path("handedOffAt").asText()).toInstant());
    Long key =
        jdbc.queryForObject(
            """
            insert into bare.hand_off (partner, hand_off_id, sender_code, sender_province,
              handed_off_at, received_at, content_sha256, salt, receipt, may_go_on)
            values ('bare', ?, ?, 'hai-phong', ?, ?, ?, ?, '{}', false) returning hand_off_key
            """,
            Long.class,
            handOff.path("handOffId").asText(),
            sender,
            handedOffAt,
            now,
            "0".repeat(64),
            "0".repeat(32));
    jdbc.batchUpdate(
        """
        insert into bare.shipment (shipment_id, hand_off_key, position, envelope_id, sender_code,
          sender_name, sender_province, recipient_code, secrecy, urgency, pieces, personal_only,
          outcome, network, service, reasons, warnings, state, state_since, handed_off_at)
        values (?, ?, 1, ?, ?, 'SYNTHETIC', 'hai-phong', ?, ?, 'NORMAL', 1, false,
          ?, ?, 'KT1_C', '[]', '[]', 'REGISTERED', ?, ?)
        """,
        shipments(handOff, lines, key, now, handedOffAt));
    jdbc.batchUpdate(
        """
        insert into bare.event (event_id, shipment_id, source, raw_code, meaning, state,
          occurred_at, recorded_at, day_only)
        values (?, ?, 'gateway', 'REGISTERED', 'REGISTERED', 'REGISTERED', ?, ?, false)
        """,
        lines.stream()
            .map(line -> new Object[] {UUID.randomUUID(), line.shipmentId(), now, now})
            .toList());
    jdbc.update(
        """
        insert into bare.evidence (at, actor, act, subject, detail, sha256)
        values (?, 'bare', 'hand-off', ?, '{}', ?)
        """,
        now,
        handOff.path("handOffId").asText(),
        "0".repeat(64));
  }

  private static List<Object[]> shipments(
      JsonNode handOff, List<Line> lines, Long key, Timestamp now, Timestamp handedOffAt) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      JsonNode envelope = handOff.path("envelopes").get(i);
      Line line = lines.get(i);
      rows.add(
          new Object[] {
            line.shipmentId(),
            key,
            line.envelopeId(),
            handOff.path("sender").asText(),
            envelope.path("recipient").path("code").asText(),
            envelope.path("secrecy").asText(),
            line.decision(),
            line.network(),
            now,
            handedOffAt
          });
    }
    return rows;
  }
}
