package vn.kt1.gateway.routes;

import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Unavailable;

/** Who must act when a step fails: the sender, time, or us. */
enum Failing {
  REJECTED(new Rejected(Fault.of(Code.MALFORMED, ""))),
  UNAVAILABLE(
      new Unavailable("a peer", null),
      new QueryTimeoutException("busy"),
      new RecoverableDataAccessException("cut"),
      new CannotGetJdbcConnectionException("away"),
      new NonTransientDataAccessResourceException("gone") {
        private static final long serialVersionUID = 1L;
      },
      new CannotCreateTransactionException("away"),
      new TransactionSystemException("cut"),
      new DirectConsumerNotAvailableException("rests", null)),
  OURS(new IllegalStateException("a mistake"), new OutOfMemoryError("too much"));

  private final List<Throwable> faults;

  Failing(Throwable... faults) {
    this.faults = Stream.of(faults).toList();
  }

  /** All that fail so. */
  List<Throwable> faults() {
    return faults;
  }
}
