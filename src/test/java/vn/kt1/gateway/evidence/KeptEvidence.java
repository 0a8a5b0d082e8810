package vn.kt1.gateway.evidence;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Evidence kept in memory, to see what would have been written. */
public final class KeptEvidence extends Evidence {

  /** One fact, as it was given. */
  public record Kept(String actor, String act, String subject, Map<String, ?> detail) {}

  private final List<Kept> kept = new ArrayList<>();

  public KeptEvidence(Clock clock) {
    super(JdbcClient.create(new DriverManagerDataSource()), clock);
  }

  @Override
  public void record(String actor, String act, String subject, Map<String, ?> detail) {
    kept.add(new Kept(actor, act, subject, detail));
  }

  public List<Kept> kept() {
    return kept;
  }
}
