package vn.kt1.gateway.retention;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The texts that go, each erased once. A trigger of the database guards what must stay. */
@Component
class Texts {

  private static final List<String> OF_SHIPMENTS =
      List.of(
          """
          update event set raw_text = null where shipment_id = any(?) and raw_text is not null
          """,
          """
          update post_answer set reason = null where reason is not null and order_id in (
            select order_id from post_order where shipment_id = any(?))
          """,
          """
          update quality_answer set reason = null where shipment_id = any(?) and reason is not null
          """,
          """
          update resolution set answer = without_person(answer)
          where shipment_id = any(?) and answer <> without_person(answer)
          """);

  /** A note may be written late, and an incident may be open when its shipment has long ended. */
  private static final List<String> BY_THEMSELVES =
      List.of(
          """
          update confirmation set note = null where confirmation_id in (
            select c.confirmation_id from confirmation c join shipment s using (shipment_id)
            where c.note is not null and c.recorded_at < :before
              and has_ended(s.state) and s.state_since < :before limit :most)
          """,
          """
          update incident set note = null, answer = null where incident_id in (
            select i.incident_id from incident i left join shipment s using (shipment_id)
            where (i.note is not null or i.answer is not null) and i.raised_at < :before
              and i.state = 'ANSWERED' and i.answered_at < :before
              and (s.shipment_id is null or has_ended(s.state) and s.state_since < :before)
            limit :most)
          """,
          """
          update transit set excluded_note = null where shipment_id in (
            select t.shipment_id from transit t join shipment s using (shipment_id)
            where t.excluded_note is not null and t.excluded_at < :before
              and has_ended(s.state) and s.state_since < :before limit :most)
          """,
          """
          update waiting_event set raw_text = null where waiting_no in (
            select waiting_no from waiting_event
            where raw_text is not null and recorded_at < :before limit :most)
          """,
          // Mails: no degree and no addressee, but Message-IDs and places of faults.
          """
          update dispatch set content = null where dispatch_id in (
            select dispatch_id from dispatch where content is not null and sent_at is not null
              and kind <> 'ORDER_FILE' and owed_since < :before and sent_at < :before
            limit :most)
          """);

  private final JdbcClient jdbc;

  Texts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of whom the envelopes are addressed to; the recipient stays where it is a unit. */
  int persons(List<String> shipments) {
    return jdbc.sql(
            """
            update shipment set addressee = null,
              recipient_name = case when recipient_code is not null then recipient_name end,
              recipient_address = case when recipient_code is not null then recipient_address end
            where shipment_id = any(?) and (addressee is not null or recipient_code is null
              and (recipient_name is not null or recipient_address is not null))
            """)
        .param(shipments.toArray(String[]::new))
        .update();
  }

  int ofShipments(List<String> shipments) {
    String[] ids = shipments.toArray(String[]::new);
    return OF_SHIPMENTS.stream().mapToInt(sql -> jdbc.sql(sql).param(ids).update()).sum();
  }

  /** Of each kind at most so many. */
  int byThemselves(Instant before, int most) {
    return BY_THEMSELVES.stream()
        .mapToInt(
            sql ->
                jdbc.sql(sql).param("before", Timestamp.from(before)).param("most", most).update())
        .sum();
  }
}
