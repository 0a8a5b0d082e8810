package vn.kt1.gateway.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.dispatch.Dispatch;
import vn.kt1.gateway.dispatch.Parcel;
import vn.kt1.gateway.ledger.Room;

/**
 * What an order file costs does not depend on how much is owed and how much was done before:
 * counted in rows that the database reads for it.
 */
class BacklogIT {

  private static final int FEW = 1_000;
  private static final int MANY = 20_000;

  private static Room room;

  @BeforeAll
  static void enter() {
    room = new Room();
  }

  @AfterAll
  static void leave() {
    room.close();
  }

  @BeforeEach
  void empty() {
    room.empty();
  }

  @Test
  void a_look_at_what_is_owed_and_its_taking_read_no_more_of_a_long_backlog() {
    long few = look(FEW);
    assertThat(few).isPositive();
    assertThat(look(MANY)).isLessThanOrEqualTo(few);
  }

  private static long look(int owed) {
    room.empty();
    owed(owed, "hai-phong");
    owed(owed, "quang-ngai");
    analyze();
    return rowsRead(
        () -> assertThat(room.get(CollectedOrders.class).take(room.clock.instant())).hasSize(3));
  }

  @Test
  void a_look_that_takes_nothing_reads_no_more_beside_other_work_that_waits() {
    long few = lookInVain(FEW);
    assertThat(lookInVain(MANY)).isLessThanOrEqualTo(few);
  }

  private static long lookInVain(int other) {
    room.empty();
    owed(2, "hai-phong");
    room.database.owner().sql("update outbox set due_at = due_at + interval '1 hour'").update();
    room.database
        .owner()
        .sql(
            """
            insert into outbox (topic, key, province, since, due_at)
            select topic, n::text, '', :now, :now
            from generate_series(1, :count) n, unnest(array['delivered', 'post-trouble']) topic
            """)
        .param("now", now())
        .param("count", other)
        .update();
    analyze();
    return rowsRead(
        () -> assertThat(room.get(CollectedOrders.class).take(room.clock.instant())).isEmpty());
  }

  @Test
  void a_file_is_made_claimed_and_marked_sent_with_no_more_reading_after_a_long_history() {
    long few = fileAfter(FEW);
    assertThat(few).isPositive();
    assertThat(fileAfter(MANY)).isLessThanOrEqualTo(few);
  }

  private static long fileAfter(int shipments) {
    room.empty();
    history(shipments);
    List<String> ordered = room.classified("H24.16", "HP-1", 3);
    analyze();
    Dispatch dispatch = room.get(Dispatch.class);
    return rowsRead(
        () -> {
          assertThat(room.get(Orders.class).make(room.clock.instant())).isTrue();
          Parcel file = dispatch.claim("post");
          dispatch.sent(file);
          assertThat(ordered).allMatch(shipment -> room.state(shipment).equals("ORDERED"));
        });
  }

  /** The first of each kind is found by the index, however many mails are due. */
  @Test
  void a_claim_reads_no_more_of_a_long_backlog() {
    long few = claim(FEW);
    assertThat(few).isPositive();
    assertThat(claim(MANY)).isLessThanOrEqualTo(few);
  }

  private static long claim(int mails) {
    room.empty();
    room.database
        .owner()
        .sql(
            """
            insert into dispatch (dispatch_id, kind, recipient, occasion, name, sha256, kt1_only,
              content, owed_since, due_at)
            select gen_random_uuid(), kind, 'p', n, n, '', false, 'x', :now, :now
            from generate_series(1, :count) n, unnest(array['DELIVERED', 'ERROR']) kind
            """)
        .param("now", now())
        .param("count", mails)
        .update();
    analyze();
    return rowsRead(() -> assertThat(room.get(Dispatch.class).claim("mail")).isNotNull());
  }

  /** A forced plan looks dear, so PostgreSQL would compile it: 0.3 s for each change of a row. */
  @Test
  void no_function_with_a_forced_plan_is_compiled() {
    assertThat(
            room.sql()
                .sql(
                    """
                    select proname from pg_proc
                    where array_to_string(proconfig, ' ') like '%enable%'
                      and not 'jit=off' = any (proconfig)
                    """)
                .query(String.class)
                .list())
        .isEmpty();
  }

  /** Old shipments of many hand-offs, ordered in files of ten and delivered. */
  private static void history(int shipments) {
    room.accepted("OLD", "RA473124829VN");
    for (String table :
        List.of(
            """
            hand_off (partner, hand_off_id, sender_code, sender_province, handed_off_at,
              received_at, content_sha256, receipt)
            select partner, 'OLD-' || n, sender_code, sender_province, handed_off_at,
              received_at, content_sha256, receipt
            from hand_off, generate_series(1, :count) n
            """,
            """
            shipment (shipment_id, hand_off_key, position, envelope_id, sender_code, sender_name,
              sender_province, recipient_code, secrecy, urgency, pieces, personal_only, outcome,
              network, service, reasons, warnings, state, state_since, handed_off_at)
            select 'OLD-' || n, h.hand_off_key, 0, 'E', s.sender_code, s.sender_name,
              s.sender_province, s.recipient_code, s.secrecy, s.urgency, 1, false, s.outcome,
              s.network, s.service, s.reasons, s.warnings, 'DELIVERED', s.state_since,
              s.handed_off_at
            from shipment s, generate_series(1, :count) n
              join hand_off h on h.hand_off_id = 'OLD-' || n
            """,
            """
            order_file (name, province, on_day, seq, sha256, kept_at, sent_at, answered_at)
            select 'OLD-' || n, 'hai-phong', '2025-01-01', n, '', kept_at, sent_at, answered_at
            from order_file, generate_series(0, :count / 10) n
            """,
            """
            post_order (order_id, shipment_id, file_name, answered_at)
            select 'O-OLD-' || n, 'OLD-' || n, 'OLD-' || n / 10, answered_at
            from post_order, generate_series(1, :count) n
            """,
            """
            event (event_id, shipment_id, source, raw_code, meaning, state, occurred_at,
              recorded_at)
            select gen_random_uuid(), 'OLD-' || n, 'gateway', 'ORDERED', 'ORDERED', 'ORDERED',
              recorded_at, recorded_at
            from generate_series(1, :count) n,
              (select recorded_at from event where raw_code = 'ORDERED') e
            """)) {
      room.database.owner().sql("insert into " + table).param("count", shipments).update();
    }
  }

  private static void owed(int count, String province) {
    room.database
        .owner()
        .sql(
            """
            insert into outbox (topic, key, province, since, due_at)
            select 'order', :province || n, :province, :now, :now from generate_series(1, :count) n
            """)
        .param("province", province)
        .param("now", now())
        .param("count", count)
        .update();
  }

  private static Timestamp now() {
    return Timestamp.from(room.clock.instant());
  }

  private static void analyze() {
    room.database.owner().sql("vacuum analyze").update();
  }

  /** Of all tables and in one transaction, which is rolled back. */
  private static long rowsRead(Runnable work) {
    return room.get(TransactionTemplate.class)
        .execute(
            transaction -> {
              long before = rowsRead();
              work.run();
              transaction.setRollbackOnly();
              return rowsRead() - before;
            });
  }

  /** By this connection, as far as it has not told it yet; it tells nothing in a transaction. */
  private static long rowsRead() {
    return room.sql()
        .sql(
            """
            select coalesce(sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)), 0)
            from pg_stat_xact_user_tables
            """)
        .query(Long.class)
        .single();
  }
}
