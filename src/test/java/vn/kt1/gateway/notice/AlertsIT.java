package vn.kt1.gateway.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import vn.kt1.gateway.ledger.Room;
import vn.kt1.gateway.notice.Notice.Recipient;

/** Alerts owed: each once, and of one source no more in an hour than it is told. */
class AlertsIT {
  private static final int MOST = 3;
  private static final Room room = new Room();

  private final Alerts alerts = room.get(Alerts.class);

  @BeforeEach
  void empty() {
    room.empty();
  }

  @AfterAll
  static void stop() {
    room.close();
  }

  @Test
  void twice_is_once() {
    alerts.owe(alert("p", "twice"));
    alerts.owe(alert("p", "twice"));
    assertThat(notices("p")).containsExactly("twice OFFICER", "twice PARTNER");
    assertThat(due()).isEqualTo(2);
    assertThat(evidence("twice")).containsExactly("alert-owed");
  }

  @Test
  void a_flood_is_mailed_up_to_the_limit_and_stands_in_evidence_whole() {
    for (int i = 0; i < 10; i++) {
      alerts.owe(alert("p", "flood-" + i));
    }
    assertThat(notices("p"))
        .containsExactly(
            "flood-0 OFFICER",
            "flood-0 PARTNER",
            "flood-1 OFFICER",
            "flood-1 PARTNER",
            "flood-2 OFFICER",
            "flood-2 PARTNER");
    assertThat(texts("flood-1")).containsOnly("told");
    assertThat(texts("flood-2")).containsOnly("told\nthe last");
    assertThat(evidence("flood-2")).containsExactly("alert-owed");
    for (int i = MOST; i < 10; i++) {
      assertThat(evidence("flood-" + i)).containsExactly("alert-withheld");
    }
  }

  @Test
  void another_source_is_told_of_all_the_same_also_one_whose_name_begins_alike() {
    for (int i = 0; i < MOST; i++) {
      alerts.owe(alert("p", "first-" + i));
    }
    alerts.owe(alert("p2", "second"));
    assertThat(notices("p2")).hasSize(2);
    assertThat(texts("second")).containsOnly("told");
  }

  @Test
  void after_an_hour_it_is_told_again() {
    for (int i = 0; i < MOST; i++) {
      alerts.owe(alert("p", "hour-" + i));
    }
    room.clock.advance(Duration.ofMinutes(59));
    alerts.owe(alert("p", "hour-within"));
    room.clock.advance(Duration.ofMinutes(1));
    alerts.owe(alert("p", "hour-later"));
    assertThat(evidence("hour-within")).containsExactly("alert-withheld");
    assertThat(evidence("hour-later")).containsExactly("alert-owed");
    assertThat(texts("hour-later")).containsOnly("told");
  }

  @Test
  void many_at_once_do_not_pass_the_limit() throws Exception {
    ExecutorService doors = Executors.newFixedThreadPool(8);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      String reference = "many-" + i / 2;
      all.add(doors.submit(() -> alerts.owe(alert("p", reference))));
    }
    for (Future<?> one : all) {
      one.get();
    }
    doors.shutdown();
    assertThat(notices("p")).hasSize(2 * MOST);
  }

  @Test
  void all_of_an_alert_is_owed_or_nothing() {
    Notice broken =
        new Notice(Notice.Kind.INCIDENT, "p half", "\0", Recipient.partner("p"), "text", null);
    Alert half =
        new Alert("p", "half", List.of(alert("p", "half").notices().get(0), broken), MOST, "x");
    assertThatThrownBy(() -> alerts.owe(half)).isInstanceOf(DataAccessException.class);
    assertThat(notices("p")).isEmpty();
    assertThat(due()).isZero();
    assertThat(evidence("half")).isEmpty();
    alerts.owe(alert("p", "half"));
    assertThat(notices("p")).hasSize(2);
  }

  @Test
  void an_answer_is_told_of_whether_it_was_too_much_and_is_counted_by_its_own_kind() {
    alerts.owe(alert("mail p too-many", "content"));
    for (int i = 0; i < MOST; i++) {
      assertThat(alerts.owe(answer("many-" + i, MOST))).isTrue();
    }
    assertThat(alerts.owe(answer("many-0", MOST))).as("owed before").isTrue();
    assertThat(alerts.owe(answer("many-too", MOST))).isFalse();
    assertThat(evidence("many-0")).isEmpty();
    assertThat(evidence("many-too")).containsExactly("alert-withheld");
    room.clock.advance(Duration.ofHours(1));
    assertThat(alerts.owe(answer("many-later", MOST))).isTrue();
    assertThat(alerts.owe(answer("none-at-all", 0))).isFalse();
  }

  private static Alert answer(String reference, int most) {
    String source = "mail p too-many";
    String occasion = Alert.occasion(source, reference);
    Notice notice =
        new Notice(Notice.Kind.ERROR, occasion, reference, Recipient.partner("p"), "refused", null);
    return new Alert(source, reference, List.of(notice), most, "the last");
  }

  private static Alert alert(String source, String reference) {
    List<Notice> notices =
        List.of(Recipient.officer("hai-phong"), Recipient.partner(source)).stream()
            .map(
                to ->
                    new Notice(
                        Notice.Kind.INCIDENT,
                        Alert.occasion(source, reference),
                        reference,
                        to,
                        "told",
                        null))
            .toList();
    return new Alert(source, reference, notices, MOST, "the last");
  }

  private static List<String> notices(String source) {
    return column(
        "select reference || ' ' || split_part(recipient, ' ', 1) from dispatch"
            + " where starts_with(occasion, ?) order by 1",
        source + " ");
  }

  private static List<String> texts(String reference) {
    return column(
        "select convert_from(content, 'UTF8')::jsonb->>'text' from dispatch where reference = ?",
        reference);
  }

  private static List<String> evidence(String reference) {
    return column("select act from evidence where subject = ?", reference);
  }

  private static int due() {
    return column(
            "select name from dispatch where due_at is not null and kind = ?",
            Notice.Kind.INCIDENT.name())
        .size();
  }

  private static List<String> column(String query, String parameter) {
    return room.database.owner().sql(query).param(parameter).query(String.class).list();
  }
}
