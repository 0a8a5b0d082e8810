package vn.kt1.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import vn.kt1.gateway.ledger.HandOffRows.Part;
import vn.kt1.gateway.ledger.Registration.Key;

class HandOffGroupTest {

  private final HandOffGroup group =
      new HandOffGroup(new HandOffRows(JdbcClient.create(new SimpleDriverDataSource())));

  @Test
  void a_database_that_is_away_is_so_for_all() {
    assertThat(
            List.of(
                new CannotGetJdbcConnectionException("no connection"),
                new RecoverableDataAccessException("cut"),
                new QueryTimeoutException("no time")))
        .noneMatch(group::mayBeOfOne);
  }

  @Test
  void what_the_database_refuses_may_be_the_fault_of_one() {
    assertThat(
            List.of(
                new DataIntegrityViolationException("check"),
                new UncategorizedSQLException("insert", null, new SQLException("trigger")),
                new IllegalArgumentException("text")))
        .allMatch(group::mayBeOfOne);
  }

  @Test
  void a_group_has_so_many_hand_offs_and_shipments() {
    assertThat(group.full(Collections.nCopies(HandOffGroup.HAND_OFFS - 1, part(1)), part(1)))
        .isFalse();
    assertThat(group.full(Collections.nCopies(HandOffGroup.HAND_OFFS, part(1)), part(1))).isTrue();
    assertThat(group.full(Collections.nCopies(4, part(HandOffGroup.EACH)), part(100))).isFalse();
    assertThat(group.full(Collections.nCopies(5, part(HandOffGroup.EACH)), part(1))).isTrue();
    assertThat(group.full(List.of(), part(HandOffGroup.EACH))).as("never stuck").isFalse();
  }

  private static Part part(int shipments) {
    return new Part(
        new Key("a", "b"), new Object[0], Collections.nCopies(shipments, new Object[0]), List.of());
  }
}
