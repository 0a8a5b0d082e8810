package vn.kt1.gateway.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kt1.testing.AnEnvelope.named;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.report.returns.ReturnForm;
import vn.kt1.gateway.report.returns.ReturnSheet;
import vn.kt1.gateway.report.returns.Returned;
import vn.kt1.gateway.report.returns.Returned.Answer;
import vn.kt1.gateway.shipment.Actor;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.testing.Database;

/** Forms go out once, reminders to who has not filed, and the first good return stands. */
class ReturnsIT {

  private static final Actor CLERK = new Actor("clerk", null);

  private static Database database;
  private static ReportRoom room;

  @BeforeAll
  static void enter() {
    database = Database.fresh();
    room = new ReportRoom(database);
  }

  @AfterAll
  static void leave() {
    room.close();
    database.close();
  }

  @BeforeEach
  void hand_over_in_october() {
    database.empty();
    room.clock.set("2026-10-05T09:00:00+07:00");
    room.handOver(
        "H24.16",
        "HP-1",
        named("1").to("H24.31").classified().sealed(),
        named("2").to("H48.16").classified().sealed());
    room.all();
  }

  @Test
  void the_forms_go_out_once_to_the_post_and_to_each_unit_with_volume() {
    room.clock.set("2026-11-15T06:59:59+07:00");
    room.all();
    assertThat(told()).isEmpty();
    room.clock.set("2026-11-15T07:00:00+07:00");
    room.all();
    room.all();
    assertThat(told()).containsExactly("OPERATORS operators", "UNIT H24.16", "UNIT H24.31");
  }

  @Test
  void who_has_filed_is_not_reminded() {
    room.clock.set("2026-11-16T09:00:00+07:00");
    room.all();
    file("H24.16", "API", said("sent", 2L));
    room.clock.set("2026-11-25T07:00:00+07:00");
    room.all();
    assertThat(told())
        .containsExactly(
            "OPERATORS operators",
            "OPERATORS operators",
            "UNIT H24.16",
            "UNIT H24.31",
            "UNIT H24.31");
  }

  @Test
  void the_number_of_the_gateway_stands_beside_that_of_the_unit() {
    room.clock.set("2026-11-16T09:00:00+07:00");
    Returned kept = file("H24.16", "API", said("sent", 3L));
    assertThat(kept.answer("sent"))
        .hasValueSatisfying(
            answer -> {
              assertThat(answer.gateway()).isEqualTo(2);
              assertThat(answer.value()).isEqualTo(3);
              assertThat(answer.differs()).isTrue();
            });
    assertThat(kept.answer("paid").orElseThrow().gateway()).as("never mailed").isNull();
  }

  @Test
  void the_first_good_one_stands_and_the_same_again_changes_nothing() {
    room.clock.set("2026-11-16T09:00:00+07:00");
    Returned first = file("H24.16", "API", said("sent", 2L));
    assertThat(file("H24.16", "MAIL", said("sent", 2L)).filedAt()).isEqualTo(first.filedAt());
    assertThatThrownBy(() -> file("H24.16", "API", said("sent", 4L))).isInstanceOf(Rejected.class);
    assertThat(room.count("report_return")).isEqualTo(1);
    assertThat(room.count("evidence where act = 'return-filed'")).isPositive();
  }

  @Test
  void after_the_deadline_nothing_is_taken() {
    room.clock.set("2026-12-14T23:59:59+07:00");
    file("H24.31", "API", said("sent", 0L));
    room.clock.set("2026-12-15T00:00:00+07:00");
    assertThatThrownBy(() -> file("H24.16", "API", said("sent", 2L))).isInstanceOf(Rejected.class);
  }

  @Test
  void another_units_form_that_comes_by_mail_is_not_the_senders() {
    room.clock.set("2026-11-16T09:00:00+07:00");
    Caller caller = new Caller("hp-eoffice", Role.PARTNER, Set.of("H24.16"), null);
    byte[] form = ReturnSheet.write(room.get(Returns.class).form(counted(), "H24.31"));
    assertThatThrownBy(
            () ->
                room.get(ReturnByMail.class)
                    .take(caller, "c", "o", "", "KT1-RETURN_H24.16_2026.xlsx", form))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> assertThat(rejected.code()).isEqualTo(Fault.Code.SENDER_NOT_YOURS));
  }

  @Test
  void a_form_whose_province_was_changed_is_not_taken() {
    room.clock.set("2026-11-16T09:00:00+07:00");
    Caller caller = new Caller("hp-eoffice", Role.PARTNER, Set.of("H24.16"), null);
    for (String province : List.of("quang-ngai", "nowhere")) {
      byte[] form =
          ReturnSheet.write(new Returned(province, 2026, "H24.16", null, said("sent", 2L)));
      assertThatThrownBy(
              () ->
                  room.get(ReturnByMail.class)
                      .take(caller, "c", "o", "", "KT1-RETURN_H24.16_2026.xlsx", form))
          .isInstanceOfSatisfying(
              Rejected.class,
              rejected -> assertThat(rejected.code()).isEqualTo(Fault.Code.BAD_VALUE));
    }
    assertThat(room.count("report_return")).isZero();
  }

  @Test
  void the_report_names_who_has_not_filed_and_where_numbers_differ() {
    room.clock.set("2026-11-16T09:00:00+07:00");
    file("H24.16", "API", said("sent", 3L));
    assertThat(room.get(Returns.class).missing(counted())).containsExactly("H24.31", "POST");
  }

  private static Report counted() {
    return room.get(Returns.class).counted("hai-phong", 2026);
  }

  private static Returned file(String reporter, String channel, List<Answer> said) {
    return room.get(Returns.class).file(CLERK, "hai-phong", 2026, reporter, channel, said);
  }

  private static List<Answer> said(String key, long value) {
    return ReturnForm.UNIT.lines().stream()
        .map(
            line -> new Answer(line.key(), null, line.key().equals(key) ? value : null, null, null))
        .toList();
  }

  private static List<String> told() {
    return database
        .app()
        .sql("select recipient from dispatch where kind = 'RETURN' order by recipient")
        .query(String.class)
        .list();
  }
}
