package vn.kt1.gateway.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.sftp.Taking.Whole;
import vn.kt1.gateway.shipment.Rejected;

/** When a dropped file is whole, when it is refused for its checksum, and when it waits. */
class TakingTest {

  private static final String DIGEST = "d";
  private static final SideFile RIGHT = new SideFile(DIGEST, 0);
  private static final SideFile WRONG = new SideFile("another", 0);
  private static final SideFile UNREADABLE = new SideFile(null, 0);

  private boolean required;
  private boolean settled;
  private boolean overdue;
  private boolean changed;
  private boolean leftOver;

  @Test
  void a_file_is_whole_by_its_checksum_at_once_and_else_by_its_rest() {
    assertThat(judge(RIGHT)).isEqualTo(Whole.PROVED);
    assertThat(taking(null).mayBeRead()).isFalse();
    settled = true;
    assertThat(taking(null).mayBeRead()).isTrue();
    assertThat(judge(null)).isEqualTo(Whole.RESTED);
    required = true;
    assertThat(taking(null).mayBeRead()).isFalse();
    assertThat(judge(RIGHT)).isEqualTo(Whole.PROVED);
  }

  @Test
  void one_that_changed_while_it_was_read_waits_whatever_is_beside_it() {
    settled = true;
    overdue = true;
    changed = true;
    assertThat(judge(null)).isEqualTo(Whole.NOT_YET);
    assertThat(judge(RIGHT)).isEqualTo(Whole.NOT_YET);
    assertThat(judge(WRONG)).isEqualTo(Whole.NOT_YET);
    assertThat(taking(null).mayBeRefused()).isFalse();
  }

  @Test
  void another_checksum_condemns_it_once_it_rests_or_is_overdue() {
    assertThat(judge(WRONG)).isEqualTo(Whole.NOT_YET);
    settled = true;
    assertThatThrownBy(() -> judge(WRONG)).isInstanceOf(Rejected.class);
    settled = false;
    overdue = true;
    assertThatThrownBy(() -> judge(WRONG)).isInstanceOf(Rejected.class);
  }

  @Test
  void a_checksum_that_tells_nothing_has_a_sentence_of_its_own() {
    settled = true;
    assertThatThrownBy(() -> judge(UNREADABLE))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> {
              assertThat(rejected.code().text()).isEqualTo("checksum");
              assertThat(rejected.faults().get(0).detail().en()).contains("64 hex digits");
            });
  }

  @Test
  void a_checksum_left_by_another_file_never_condemns_it() {
    leftOver = true;
    assertThat(judge(WRONG)).isEqualTo(Whole.NOT_YET);
    overdue = true;
    assertThat(judge(WRONG)).isEqualTo(Whole.NOT_YET);
    settled = true;
    assertThat(judge(WRONG)).isEqualTo(Whole.RESTED);
    assertThat(judge(UNREADABLE)).isEqualTo(Whole.RESTED);
  }

  @Test
  void where_a_checksum_is_required_one_left_over_is_none() {
    required = true;
    leftOver = true;
    settled = true;
    assertThat(judge(WRONG)).isEqualTo(Whole.NOT_YET);
    overdue = true;
    assertThatThrownBy(() -> judge(WRONG)).isInstanceOf(Rejected.class);
  }

  private Whole judge(@Nullable SideFile checksum) {
    return taking(checksum).judge(DIGEST);
  }

  private Taking taking(@Nullable SideFile checksum) {
    return new Taking(checksum, required, settled, overdue, () -> !changed, () -> leftOver);
  }
}
