package vn.kt1.gateway.logbook;

import java.util.List;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import vn.kt1.gateway.shipment.Unavailable;

/**
 * Whether the same work may succeed later: a peer or the database is away, or a route rests. All
 * else must be mended by somebody. The error configurations of {@code routes/errors/} ask this.
 */
@Component
public class TimeHelps {

  private static final List<Class<? extends Exception>> FAILURES =
      List.of(
          Unavailable.class,
          TransientDataAccessException.class,
          RecoverableDataAccessException.class,
          NonTransientDataAccessResourceException.class,
          CannotCreateTransactionException.class,
          TransactionSystemException.class,
          DirectConsumerNotAvailableException.class);

  /** The failure itself, or what caused it. */
  public boolean with(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (helps(cause)) {
        return true;
      }
    }
    return false;
  }

  private static boolean helps(Throwable cause) {
    return FAILURES.stream().anyMatch(kind -> kind.isInstance(cause));
  }
}
