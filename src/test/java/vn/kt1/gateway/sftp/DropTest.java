package vn.kt1.gateway.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.jcraft.jsch.ChannelSftp;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.remote.SftpOperations;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.util.ReflectionTestUtils;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.PostFile;
import vn.kt1.gateway.shipment.Rejected;

/** What happens to dropped files: when they are whole, where they go, what is answered. */
class DropTest {

  private static final Duration TEN = Duration.ofSeconds(10);

  /** A clock that goes on when told to. */
  private static final class Hand extends Clock {
    private Instant now = Instant.parse("2026-11-22T02:00:00Z");

    void forward(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private final Hand clock = new Hand();
  private final SeenFiles files = new SeenFiles(clock, Duration.ofDays(1));

  @Test
  void a_file_is_whole_when_it_has_not_changed_for_a_while() {
    assertThat(SeenFiles.unchangedFor(files.look("a", 1, 1), TEN)).isFalse();
    clock.forward(TEN.minusNanos(1));
    assertThat(SeenFiles.unchangedFor(files.look("a", 1, 1), TEN)).isFalse();
    clock.forward(Duration.ofNanos(1));
    assertThat(SeenFiles.unchangedFor(files.look("a", 1, 1), TEN)).isTrue();
  }

  @Test
  void one_listing_never_counts_twice_however_long_the_poll_takes() {
    files.look("a", 1, 1);
    clock.forward(TEN.multipliedBy(9));
    assertThat(SeenFiles.unchangedFor(files.listed("a"), TEN)).isFalse();
    assertThat(SeenFiles.thereFor(files.listed("a"), TEN)).isFalse();
    assertThat(SeenFiles.unchangedFor(files.look("a", 2, 1), TEN)).as("it has grown").isFalse();
  }

  @Test
  void growing_or_a_new_date_begins_the_waiting_anew() {
    files.look("a", 1, 1);
    clock.forward(TEN);
    assertThat(SeenFiles.unchangedFor(files.look("a", 2, 1), TEN)).isFalse();
    clock.forward(TEN);
    assertThat(SeenFiles.unchangedFor(files.look("a", 2, 2), TEN)).isFalse();
    assertThat(SeenFiles.thereFor(files.look("a", 2, 2), TEN.multipliedBy(2))).isTrue();
    clock.forward(TEN);
    assertThat(SeenFiles.unchangedFor(files.look("a", 2, 2), TEN)).isTrue();
  }

  @Test
  void files_are_told_apart_and_forgotten() {
    files.look("a", 1, 1);
    clock.forward(TEN);
    assertThat(SeenFiles.unchangedFor(files.look("b", 1, 1), TEN)).isFalse();
    files.forget("a");
    assertThat(SeenFiles.unchangedFor(files.look("a", 1, 1), TEN)).isFalse();
    clock.forward(Duration.ofDays(2));
    assertThat(SeenFiles.unchangedFor(files.look("a", 1, 1), TEN))
        .as("not seen for days")
        .isFalse();
  }

  @Test
  void a_partners_files_go_where_the_contract_says() {
    assertThat(DropLayout.PARTNER.place("hp/outbox", "a.csv", true))
        .isEqualTo(new DropLayout.Place("hp/outbox/.done/a.csv", "hp/receipts/a.csv.receipt.json"));
    assertThat(DropLayout.PARTNER.place("hp/outbox", "a.csv", false))
        .isEqualTo(new DropLayout.Place("hp/rejected/a.csv", "hp/rejected/a.csv.error.json"));
    assertThat(DropLayout.PARTNER.folders("hp/outbox"))
        .containsExactly("hp/outbox/.done", "hp/outbox/.parked", "hp/receipts", "hp/rejected");
  }

  @Test
  void the_posts_files_go_where_the_contract_says() {
    assertThat(DropLayout.POST.place("from-post/status", "a.csv", true))
        .isEqualTo(
            new DropLayout.Place(
                "from-post/status/.done/a.csv", "from-post/status/.done/a.csv.result.json"));
    assertThat(DropLayout.POST.place("from-post/status", "a.csv", false).file())
        .isEqualTo("from-post/status/.failed/a.csv");
    assertThat(DropLayout.POST.folders("x")).containsExactly("x/.done", "x/.failed", "x/.parked");
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void only_what_may_hold_content_is_deleted(Code code) {
    Set<Code> deleted =
        EnumSet.of(
            Code.CONTENT_NOT_ALLOWED,
            Code.UNKNOWN_FIELD,
            Code.HEADER_NOT_FOUND,
            Code.MALFORMED,
            Code.ENCODING,
            Code.FILE_NAME,
            Code.UNSUPPORTED_MEDIA_TYPE);
    assertThat(DropAnswers.PARTNER.mayHoldContent(code)).isEqualTo(deleted.contains(code));
    assertThat(DropAnswers.POST.mayHoldContent(code)).isFalse();
  }

  @Test
  void a_refused_file_is_answered_with_the_problem() {
    Rejected rejected = new Rejected(Fault.of(Code.CHECKSUM, ""));
    assertThat(text(DropAnswers.PARTNER.refused(rejected, "id-1")))
        .startsWith("{\"type\":\"urn:kt1:problem:checksum\"");
    assertThat(text(DropAnswers.POST.refused(rejected, "id-1")))
        .startsWith("{\"rows\":0,\"applied\":0,\"duplicates\":0,\"unmapped\":0,\"rejected\":0,")
        .contains("\"code\":\"checksum\"");
  }

  @Test
  void the_posts_result_counts_its_rows() {
    var fault = PostFile.RowFault.of(3, Code.UNKNOWN_ORDER, "row");
    assertThat(text(DropAnswers.POST.taken(new PostFile.Result(6, 2, 2, 1, List.of(fault)))))
        .startsWith("{\"rows\":6,\"applied\":2,\"duplicates\":2,\"unmapped\":1,\"rejected\":1,")
        .contains("\"rejectedRows\":[{\"row\":3,\"code\":\"unknown-order\",\"detail\":\"")
        .endsWith("\"warnings\":[]}");
    var left = PostFile.RowFault.of(1, Code.BAD_VALUE, "number", "O-1");
    var result = new PostFile.Result(1, 1, 0, 0, List.of(), List.of(left));
    assertThat(text(DropAnswers.POST.taken(result)))
        .contains("\"warnings\":[{\"row\":1,\"code\":\"bad-value\",\"detail\":\"O-1: ");
  }

  /** CVE-2026-79983: camel-ftp 4.18.0 would read, move and delete wherever such a name leads. */
  @ParameterizedTest
  @ValueSource(strings = {"../b/outbox/a.csv", "/etc/passwd", "sub/a.csv", "..", "."})
  void a_listed_name_that_leads_out_of_the_folder_is_not_touched(String name) {
    assertThat(strategy().accept(listed("a.csv"))).isTrue();
    assertThat(strategy().accept(listed(name))).isFalse();
  }

  private DropStrategy strategy() {
    DoorSettings settings = mock();
    when(settings.poll()).thenReturn(TEN);
    Drop drop =
        new Drop(
            DropLayout.PARTNER,
            DropAnswers.PARTNER,
            partner -> false,
            partner -> null,
            refused -> {});
    return new DropStrategy(
        drop, settings, clock, new DropHelpers(mock(), mock(), mock(), new Unreadable()));
  }

  @SuppressWarnings("rawtypes")
  private static GenericFile<SftpRemoteFile> listed(String name) {
    SftpRemoteFile<?> remote = mock();
    when(remote.getFilename()).thenReturn(name);
    GenericFile<SftpRemoteFile> file = new GenericFile<>();
    file.setFile(remote);
    file.setEndpointPath("a/outbox");
    return file;
  }

  @Test
  void a_wildcard_in_a_name_is_no_pattern() throws Exception {
    SftpOperations operations = mock();
    ChannelSftp client = mock();
    ReflectionTestUtils.setField(operations, "channel", client);
    when(client.stat("out/a\\*b\\?\\\\.csv")).thenReturn(mock());
    SftpFolder folder = new SftpFolder(new DefaultCamelContext(), operations);
    folder.delete("out/a*b?\\.csv");
    verify(operations).deleteFile("out/a\\*b\\?\\\\.csv");
    folder.move("out/*", "rejected/1", "x");
    verify(operations).renameFile("out/\\*", "rejected/1");
  }

  private static String text(Supplier<InputStream> json) {
    try (InputStream bytes = json.get()) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
