package vn.kt1.gateway.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.testing.Database;

class CopiedRowsIT {

  private static final UUID ID = UUID.fromString("0189dc5b-7a5f-8c2e-9d3a-2b1c0f9e8d7c");
  private static final Instant AT = Instant.parse("2026-11-30T07:05:07.123456Z");

  private Database database;
  private Connection connection;

  @BeforeEach
  void table() throws SQLException {
    database = Database.fresh();
    connection = database.connection();
    execute(
        "create temporary table copied (number serial, id uuid, said text, at timestamptz, yes"
            + " boolean)");
  }

  @AfterEach
  void leave() throws SQLException {
    connection.close();
    database.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_515, 65_516, 65_517, 65_536, 65_537, 200_000})
  void texts_of_any_length_arrive_whole_between_their_neighbours(int length) throws SQLException {
    String text = "ă".repeat(length / 2) + "x".repeat(length % 2);
    copy(List.of("before", text, "after"));
    assertThat(said()).containsExactly("before", text, "after");
  }

  @Test
  void many_rows_arrive_in_their_order() throws SQLException {
    List<String> texts = new ArrayList<>();
    for (int number = 0; number < 10_000; number++) {
      texts.add("Bưu cục " + number);
    }
    copy(texts);
    assertThat(said()).isEqualTo(texts);
  }

  @Test
  void each_kind_of_cell_is_what_it_was() throws SQLException {
    CopiedRows.into(
        connection,
        "copied (id, said, at, yes)",
        rows -> {
          rows.row(4).uuid(ID).text(null).time(AT).flag(true);
          rows.row(4).uuid(ID).text("").time(Instant.EPOCH).flag(false);
        });
    assertThat(
            column(
                "select id || coalesce(said, 'null') || (extract(epoch from at) * 1000000)::bigint"
                    + " || yes from copied order by number"))
        .containsExactly(ID + "null1796022307123456true", ID + "0false");
  }

  @Test
  void a_failure_while_rows_are_written_ends_the_copy() {
    assertThatThrownBy(
            () ->
                CopiedRows.into(
                    connection,
                    "copied (said)",
                    rows -> {
                      rows.row(1).text("before");
                      throw new IllegalStateException("no more rows");
                    }))
        .hasMessage("no more rows");
    assertThat(said()).isEmpty();
  }

  private void copy(List<String> texts) throws SQLException {
    CopiedRows.into(
        connection,
        "copied (said)",
        rows -> {
          for (String text : texts) {
            rows.row(1).text(text);
          }
        });
  }

  private List<String> said() {
    return column("select said from copied order by number");
  }

  private List<String> column(String query) {
    List<String> values = new ArrayList<>();
    try (var read = connection.createStatement();
        var row = read.executeQuery(query)) {
      while (row.next()) {
        values.add(row.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return values;
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
