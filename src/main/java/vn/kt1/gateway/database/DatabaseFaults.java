package vn.kt1.gateway.database;

import java.sql.SQLException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/** What Spring takes for a defect of ours, and time mends: a database that only reads for now. */
@Configuration(proxyBeanMethods = false)
class DatabaseFaults {

  private static final String READ_ONLY = "25006";

  @Bean
  SQLExceptionTranslator readOnlyIsNotNow() {
    SQLExceptionSubclassTranslator translator = new SQLExceptionSubclassTranslator();
    translator.setCustomTranslator(
        (task, sql, failure) -> readOnly(failure) ? notNow(failure) : null);
    return translator;
  }

  private static boolean readOnly(SQLException failure) {
    return READ_ONLY.equals(failure.getSQLState());
  }

  private static NonTransientDataAccessResourceException notNow(SQLException failure) {
    return new NonTransientDataAccessResourceException("the database is read-only", failure);
  }
}
