package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import vn.kt1.testing.HandOffs;

/** The id of an answer finds its lines in the log, and its row of evidence. */
class CorrelationIT extends RestGateway {

  private static final String HOSTILE = "0af7651916cd43dd8448eb211c80319c";

  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  @BeforeEach
  void listen() {
    lines.start();
    root.addAppender(lines);
  }

  @AfterEach
  void listen_no_more() {
    root.detachAppender(lines);
  }

  @Test
  void a_refused_call_is_found_by_the_id_of_its_answer() {
    HttpResponse<byte[]> answer = post(partner("hp-eoffice"), "{\"subject\": \"x\"}");
    String id = json(answer).path("correlationId").asText();
    assertThat(said(id)).anyMatch(line -> line.startsWith("hand-off refused: channel rest"));
    assertThat(said(id)).anyMatch(line -> line.startsWith("content was refused: channel rest"));
    assertThat(
            jdbc.sql(
                    "select count(*) from evidence where act = 'content-refused' and detail like ?")
                .param("%\"correlationId\":\"" + id + "\"%")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void a_hand_off_is_followed_to_the_post() {
    String handOff = freshId();
    assertThat(post(partner("hp-eoffice"), secret(handOff)).statusCode()).isEqualTo(201);
    String id =
        jdbc.sql("select correlation_id from hand_off where hand_off_id = ?")
            .param(handOff)
            .query(String.class)
            .single();
    assertThat(said(id))
        .anyMatch(line -> line.startsWith("taken over: ") && line.contains(handOff));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> said(id).stream().anyMatch(line -> line.startsWith("orders sent: ")));
    assertThat(said(id)).anyMatch(line -> line.startsWith("order kept: "));
  }

  @Test
  void an_id_a_stranger_brings_along_is_nobodys() {
    HttpResponse<byte[]> answer =
        send(
            posting(partner("hp-eoffice"), new byte[] {'{'})
                .header("X-Request-Id", HOSTILE)
                .header("X-Correlation-Id", HOSTILE)
                .header("breadcrumbId", HOSTILE)
                .header("traceparent", "00-" + HOSTILE + "-b7ad6b7169203331-01"));
    assertThat(json(answer).path("correlationId").asText()).isNotEqualTo(HOSTILE);
    assertThat(all())
        .noneMatch(line -> line.getFormattedMessage().contains(HOSTILE))
        .noneMatch(line -> line.getMDCPropertyMap().toString().contains(HOSTILE));
  }

  @Test
  void a_dropped_file_is_found_by_the_id_beside_it() throws IOException {
    Path tree = SHARED.site().partner("qn-eoffice");
    String bad = "[]";
    Files.writeString(
        tree.resolve("outbox/bad-1.json.sha256"), HandOffs.sha256Line("bad-1.json", bad));
    Files.writeString(tree.resolve("outbox/bad-1.json"), bad);
    Path error = tree.resolve("rejected/bad-1.json.error.json");
    await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(error));
    String id = JSON.readTree(error.toFile()).path("correlationId").asText();
    assertThat(said(id)).anyMatch(line -> line.startsWith("hand-off refused: channel sftp"));
  }

  private List<String> said(String id) {
    return all().stream()
        .filter(line -> id.equals(line.getMDCPropertyMap().get("correlationId")))
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  private List<ILoggingEvent> all() {
    return List.copyOf(lines.list);
  }
}
