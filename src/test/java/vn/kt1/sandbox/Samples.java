package vn.kt1.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/**
 * Hands in the sample hand-offs of both provinces (SYNTHETIC), waits until each has come to where
 * it belongs, and tells what happened. Samples handed in at an earlier start are only told again.
 */
final class Samples {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Set<String> REST = Set.of("KT1");

  private record Sample(String partner, String id, String kind) {}

  private static final List<Sample> ALL =
      List.of(
          new Sample("hp-eoffice", "HP-MAU-001", "json"),
          new Sample("hp-eoffice", "HP-MAU-002", "csv"),
          new Sample("hp-eoffice", "HP-MAU-003", "mail"),
          new Sample("qn-eoffice", "QN-MAU-001", "json"),
          new Sample("qn-eoffice", "QN-MAU-002", "csv"));

  private final String base;
  private final int sftpPort;
  private final Credentials credentials;
  private final Clock clock;
  private UnaryOperator<String> lastChannel = shipment -> "";
  private final MailClient mail;

  Samples(Map<String, Object> endpoints, Credentials credentials, Clock clock) {
    this.base = (String) endpoints.get("api");
    this.sftpPort = URI.create((String) endpoints.get("sftp")).getPort();
    this.credentials = credentials;
    this.clock = clock;
    this.mail = new MailClient(endpoints, credentials);
  }

  Samples tellingChannels(UnaryOperator<String> ofShipment) {
    lastChannel = ofShipment;
    return this;
  }

  void handInAndWait() throws IOException {
    for (Sample sample : ALL) {
      if (api(sample).get("/hand-offs/" + sample.id()).status() == 404) {
        handIn(sample);
      }
    }
    Summary summary = new Summary();
    for (Sample sample : ALL) {
      JsonNode receipt = receipt(sample);
      summary.handOff(sample.id(), sample.partner(), sample.kind());
      for (JsonNode line : receipt.path("shipments")) {
        summary.envelope(line, settled(sample, line));
        summary.channel(lastChannel.apply(line.path("shipmentId").asText()));
      }
      if (sample.kind().equals("mail")) {
        summary.mails(mailsAbout(sample, receipt));
      }
    }
    summary.print();
  }

  private void handIn(Sample sample) throws IOException {
    String content = content(sample);
    if (sample.kind().equals("json")) {
      Api.Answer answer = api(sample).post("/hand-offs", content);
      if (answer.status() != 201) {
        throw new IllegalStateException(sample.id() + " was answered " + answer);
      }
    } else if (sample.kind().equals("mail")) {
      mail.handIn(sample.partner(), sample.id() + ".csv", content);
    } else {
      String prefix = "partner." + sample.partner() + ".sftp";
      new Drop(
              sftpPort,
              credentials.get(prefix + ".user").orElseThrow(),
              Path.of(credentials.get(prefix + ".key").orElseThrow()),
              Path.of(credentials.get("sftp.knownHosts").orElseThrow()))
          .put(sample.id() + ".csv", content);
    }
  }

  private String content(Sample sample) throws IOException {
    String now =
        clock.instant().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.ofHours(7)).toString();
    String name = "/sandbox/samples/" + sample.id() + "." + sample.kind().replace("mail", "csv");
    try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("{{now}}", now);
    }
  }

  private JsonNode receipt(Sample sample) {
    return until(
        sample.id() + " has a receipt",
        () -> api(sample).get("/hand-offs/" + sample.id()),
        answer -> answer.status() == 200);
  }

  /** Routed by KT1 ends delivered; everything else is where it belongs at once. */
  private JsonNode settled(Sample sample, JsonNode line) {
    String path = "/shipments/" + line.path("shipmentId").asText();
    boolean delivered = REST.contains(line.path("network").asText());
    return until(
        line.path("envelopeId").asText() + " is delivered",
        () -> api(sample).get(path),
        answer -> !delivered || answer.body().path("state").asText().equals("DELIVERED"));
  }

  /** Its receipt, and a notice for what was delivered, as the partner finds them in its box. */
  private List<String> mailsAbout(Sample sample, JsonNode receipt) {
    List<String> awaited = new ArrayList<>(List.of("[KT1] RECEIPT " + sample.id()));
    for (JsonNode line : receipt.path("shipments")) {
      if (REST.contains(line.path("network").asText())) {
        awaited.add("[KT1] DELIVERED " + line.path("shipmentId").asText());
      }
    }
    Instant end = Instant.now().plus(PATIENCE);
    while (!mail.subjects(sample.partner()).containsAll(awaited)) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException(sample.id() + ": not all mails have come");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
    }
    return awaited;
  }

  private JsonNode until(
      String what,
      java.util.function.Supplier<Api.Answer> ask,
      java.util.function.Predicate<Api.Answer> enough) {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      Api.Answer answer = ask.get();
      if (enough.test(answer)) {
        return answer.body();
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
    }
    throw new IllegalStateException("not within " + PATIENCE.toSeconds() + " s: " + what);
  }

  private Api api(Sample sample) {
    String token = credentials.get("partner." + sample.partner() + ".token").orElseThrow();
    return new Api(base, "Bearer " + token);
  }
}
