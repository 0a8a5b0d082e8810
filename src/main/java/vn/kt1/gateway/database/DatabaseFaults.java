package vn.kt1.gateway.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * What Spring takes for a defect of ours, and time mends: a database that only reads for now, and a
 * lock that was not free in time.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseFaults {

  private static final String READ_ONLY = "25006";
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  @Bean
  SQLExceptionTranslator notNow() {
    SQLExceptionSubclassTranslator translator = new SQLExceptionSubclassTranslator();
    translator.setCustomTranslator((task, sql, failure) -> translated(failure));
    return translator;
  }

  private static @Nullable DataAccessException translated(SQLException failure) {
    if (READ_ONLY.equals(failure.getSQLState())) {
      return new NonTransientDataAccessResourceException("the database is read-only", failure);
    }
    return LOCK_NOT_AVAILABLE.equals(failure.getSQLState())
        ? new CannotAcquireLockException("a lock was not free in time", failure)
        : null;
  }
}
