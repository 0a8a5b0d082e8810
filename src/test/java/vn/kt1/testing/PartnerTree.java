package vn.kt1.testing;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What a partner sees of the gateway by SFTP: files dropped, and the answers to them. */
public record PartnerTree(Site site, String id) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  public void drop(String name, String content) {
    drop(name, content.getBytes(StandardCharsets.UTF_8));
  }

  public void drop(String name, byte[] content) {
    site.put(id + "/outbox/" + name, content);
  }

  public Path outbox() {
    return site.partner(id).resolve("outbox");
  }

  public Path receipts() {
    return site.partner(id).resolve("receipts");
  }

  public Path rejected() {
    return site.partner(id).resolve("rejected");
  }

  /** Waits for the receipt of that file. */
  public JsonNode receipt(String name) throws IOException {
    return read(receipts().resolve(name + ".receipt.json"));
  }

  /** Waits for the problem body about that file. */
  public JsonNode error(String name) throws IOException {
    return read(rejected().resolve(name + ".error.json"));
  }

  public void awaitDone(String name) {
    await()
        .atMost(PATIENCE)
        .until(() -> Files.exists(outbox().resolve(".done").resolve(name)) && gone(name));
  }

  public void awaitGone(String name) {
    await().atMost(PATIENCE).until(() -> gone(name));
  }

  private boolean gone(String name) {
    return !Files.exists(outbox().resolve(name));
  }

  private static JsonNode read(Path file) throws IOException {
    await().atMost(PATIENCE).until(() -> Files.exists(file));
    return JSON.readTree(file.toFile());
  }
}
