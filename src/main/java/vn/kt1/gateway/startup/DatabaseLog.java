package vn.kt1.gateway.startup;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Settings by which the database would write what stands on envelopes into its own log. */
final class DatabaseLog {

  private final JdbcClient database;

  DatabaseLog(JdbcClient database) {
    this.database = database;
  }

  /** Each as {@code name = value}, with what it should be. */
  List<String> leaks() {
    List<String> leaks = new ArrayList<>();
    if (!is("log_error_verbosity", "terse")) {
      leaks.add(told("log_error_verbosity", "terse"));
    }
    if (!is("log_parameter_max_length_on_error", "0")) {
      leaks.add(told("log_parameter_max_length_on_error", "0"));
    }
    boolean statements = !is("log_statement", "none") || !is("log_min_duration_statement", "-1");
    if (statements && !is("log_parameter_max_length", "0")) {
      leaks.add(told("log_parameter_max_length", "0"));
    }
    return leaks;
  }

  private boolean is(String setting, String value) {
    return value(setting).equals(value);
  }

  private String told(String setting, String write) {
    return setting + " is " + value(setting) + ", write " + write;
  }

  private String value(String setting) {
    return database.sql("select current_setting(?)").param(setting).query(String.class).single();
  }
}
