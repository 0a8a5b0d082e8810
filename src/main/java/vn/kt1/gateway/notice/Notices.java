package vn.kt1.gateway.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.dispatch.Outbox;
import vn.kt1.gateway.dispatch.Parking;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.notice.Notice.Attachment;

/** Mails owed: durable before whatever caused them is acknowledged, each occasion once. */
@Component
public class Notices {
  private static final String TOPIC = "notice";

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final Parking parking;
  private final Evidence evidence;
  private final Clock clock;

  Notices(JdbcClient jdbc, Outbox outbox, Parking parking, Evidence evidence, Clock clock) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.parking = parking;
    this.evidence = evidence;
    this.clock = clock;
  }

  /** Twice is once: a notice of that kind, occasion and recipient is owed already, or was sent. */
  @Transactional
  public void owe(Notice notice) {
    String id = UUID.randomUUID().toString();
    Attachment file = notice.attachment();
    int fresh =
        jdbc.sql(
                """
                insert into notice (notice_id, kind, occasion, reference, recipient_role,
                  recipient, body, file_name, file_type, file_content, owed_since)
                values (?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
            .params(id, notice.kind().name(), notice.occasion(), notice.reference())
            .params(notice.recipient().role().name(), notice.recipient().id(), notice.text())
            .param(file == null ? null : file.name())
            .param(file == null ? null : file.mediaType())
            .param(file == null ? null : file.content())
            .param(Timestamp.from(clock.instant()))
            .update();
    if (fresh == 1) {
      outbox.put(TOPIC, id, "");
    }
  }

  /** The next notice that is due, or null. */
  @Transactional
  public @Nullable OwedNotice claim() {
    UUID lease = UUID.randomUUID();
    return outbox.claim(TOPIC, lease).map(claimed -> read(lease, claimed)).orElse(null);
  }

  private OwedNotice read(UUID lease, Outbox.Claimed claimed) {
    return jdbc.sql("select * from notice where notice_id = ?::uuid")
        .param(claimed.key())
        .query(
            (row, number) ->
                new OwedNotice(
                    lease,
                    claimed.key(),
                    notice(row),
                    row.getTimestamp("owed_since").toInstant(),
                    claimed.attempts()))
        .single();
  }

  private static Notice notice(ResultSet row) throws SQLException {
    byte[] content = row.getBytes("file_content");
    return new Notice(
        Notice.Kind.valueOf(row.getString("kind")),
        row.getString("occasion"),
        row.getString("reference"),
        new Notice.Recipient(
            Notice.Recipient.Role.valueOf(row.getString("recipient_role")),
            row.getString("recipient")),
        row.getString("body"),
        content == null
            ? null
            : new Attachment(row.getString("file_name"), row.getString("file_type"), content));
  }

  /** The mail server has it. */
  @Transactional
  public void sent(OwedNotice owed) {
    outbox.done(owed.lease());
    int first =
        jdbc.sql("update notice set sent_at = ? where notice_id = ?::uuid and sent_at is null")
            .params(Timestamp.from(clock.instant()), owed.noticeId())
            .update();
    if (first == 1) {
      Notice notice = owed.notice();
      evidence.record(
          "gateway",
          "notice-sent",
          owed.noticeId(),
          Map.of("kind", notice.kind().name(), "reference", notice.reference()));
    }
  }

  public void postpone(@Nullable OwedNotice owed) {
    if (owed != null) {
      outbox.postpone(owed.lease(), owed.attempts());
    }
  }

  /** Nobody can send it as it is: it waits for a person, and holds nothing else up. */
  @Transactional
  public void park(OwedNotice owed, String route, Throwable failure, String nextStep) {
    outbox.done(owed.lease());
    parking.park(route, owed.noticeId(), failure, nextStep);
  }

  /** Owed anew, after a person has looked. */
  @Transactional
  public void again(String noticeId) {
    outbox.put(TOPIC, noticeId, "");
  }
}
