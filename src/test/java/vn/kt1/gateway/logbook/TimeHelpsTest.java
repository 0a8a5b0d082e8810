package vn.kt1.gateway.logbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.util.stream.Stream;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Unavailable;

class TimeHelpsTest {

  static Stream<Throwable> later() {
    return Stream.of(
        new Unavailable("a peer", new ConnectException("refused")),
        new QueryTimeoutException("busy"),
        new RecoverableDataAccessException("cut"),
        new CannotGetJdbcConnectionException("away"),
        new CannotCreateTransactionException("away"),
        new TransactionSystemException("cut"),
        new DirectConsumerNotAvailableException("rests", null),
        new IllegalStateException(new Unavailable("a peer", null)));
  }

  @ParameterizedTest
  @MethodSource("later")
  void time_mends_a_peer_a_database_or_a_step_that_is_away(Throwable failure) {
    assertThat(new TimeHelps().with(failure)).isTrue();
  }

  static Stream<Throwable> never() {
    return Stream.of(
        new Rejected(Fault.of(Code.MALFORMED, "")),
        new IllegalStateException("a mistake"),
        new DataIntegrityViolationException("unfit"),
        new OutOfMemoryError("too much"));
  }

  @ParameterizedTest
  @MethodSource("never")
  void it_mends_nothing_else(Throwable failure) {
    assertThat(new TimeHelps().with(failure)).isFalse();
  }
}
