package vn.kt1.gateway.sftp;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.testing.HandOffs;

/** A table that ends within a row; and one that only has no line end, which is none. */
class TornRowTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b,c\n1,2,3\n1,2",
        "a;b;c\r\n1;2, 3;3\r\n1;2, 3, 4",
        "a\tb\tc\n1\t2\t3\n1",
        "a,b,c\n1,\"2, 3\",3\n1,\"2, 3, 4, 5",
        "a,b\n1"
      })
  void a_last_row_without_its_end_and_some_of_its_cells_is_torn(String table) {
    assertThat(TornRow.ends(table.getBytes(UTF_8))).isTrue();
    assertThat(TornRow.ends(table.getBytes(UTF_16LE))).isTrue();
    assertThat(TornRow.ends((table + "\n").getBytes(UTF_8))).as("ended").isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a,b,c",
        "a,b,c\n1,2,3",
        "a,b,c\n1,2,3\n1,2,",
        "a,b,c\n1,\"38 Le Dai Hanh, Hai Phong\",3\n1,2,3",
        "a;b;c\n1;38 Le Dai Hanh, Hai Phong;3\n1;2;3",
        "sep=;\na;b\n1;2"
      })
  void a_whole_last_row_without_its_end_is_whole(String table) {
    assertThat(TornRow.ends(table.getBytes(UTF_8))).isFalse();
    assertThat(TornRow.ends(table.getBytes(UTF_16LE))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 30})
  void our_own_hand_offs_are_whole_and_torn_where_they_are_cut(int rows) {
    String whole = HandOffs.csv("HO", rows).stripTrailing();
    assertThat(TornRow.ends(whole.getBytes(UTF_8))).isFalse();
    int weight = whole.lastIndexOf(",80,");
    assertThat(TornRow.ends(whole.substring(0, weight + 2).getBytes(UTF_8))).isTrue();
  }
}
