package vn.kt1.gateway.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import vn.kt1.gateway.shipment.Trouble;

/** Which names of files and folders the operators are mailed. */
class DropAlarmsTest {

  private final Alarms raised = mock();
  private final DropAlarms alarms = new DropAlarms(raised);

  @Test
  void a_file_of_the_post_is_named() {
    alarms.postFileRefused("from-post/status", "s1.csv", "id");
    assertThat(told().what().en()).contains("s1.csv in folder from-post/status");
  }

  @ParameterizedTest
  @ValueSource(strings = {"KT1_A.csv", "toi-mat.csv"})
  void but_not_where_its_name_tells_a_degree(String name) {
    alarms.postFileRefused("from-post/status", name, "id");
    assertThat(told().toString()).contains("* in folder from-post/status").doesNotContain(name);
  }

  @Test
  void nor_are_folders_and_checksums_that_do() {
    alarms.checksumLeft("from-post/KT1_A", "toi-mat.csv.sha256", "id");
    assertThat(told().toString()).contains("from-post/*").doesNotContain("KT1_A", "toi-mat");
  }

  @Test
  void nor_is_a_file_that_changed_after_it_was_taken() {
    alarms.changed("from-post/status", "KT1_B.csv", "digest");
    assertThat(told().toString()).contains("from-post/status").doesNotContain("KT1_B");
  }

  private Trouble told() {
    ArgumentCaptor<Trouble> trouble = ArgumentCaptor.captor();
    verify(raised).raise(trouble.capture());
    return trouble.getValue();
  }
}
