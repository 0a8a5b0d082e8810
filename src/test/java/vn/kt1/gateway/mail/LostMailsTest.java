package vn.kt1.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When a mail is put aside because the line is lost over it. */
class LostMailsTest {

  private final LostMails mails = new LostMails();

  @Test
  void a_mail_is_given_up_once_the_line_was_lost_over_it_three_times() {
    lost("a", 2);
    lost("b", 1);
    assertThat(mails.givenUp("a")).isFalse();
    lost("a", 1);
    assertThat(mails.givenUp("a")).isTrue();
    assertThat(mails.givenUp("b")).isFalse();
  }

  @Test
  void the_count_begins_anew_for_a_mail_that_was_given_up() {
    lost("a", 3);
    assertThat(mails.givenUp("a")).isTrue();
    assertThat(mails.givenUp("a")).isFalse();
  }

  private void lost(String reference, int times) {
    for (int time = 0; time < times; time++) {
      mails.lost(reference);
    }
  }
}
