package vn.kt1.gateway.logbook;

import static java.util.Map.entry;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * From failures to {@link Cause}s, by the numbers of the database first, and then by {@link Sign}s.
 */
final class Causes {

  static final Cause OURS = new Cause("ours", null);

  /** The sentence in place of one whose detail is not known. */
  static final Map<String, String> WITHOUT_DETAIL =
      Map.of(
          "certificate-expired", "certificate-expired-some-day",
          "folder-missing", "folder-missing-unnamed",
          "rejected", "ours");

  private static final int DEEPEST = 32;

  private static final List<Sign> SIGNS = Sign.all();

  /** What PostgreSQL says by number, in whatever language its messages are. */
  private static final Map<String, String> STATES =
      Map.ofEntries(
          entry("25006", "database-read-only"),
          entry("28", "database-login"),
          entry("3D000", "database-missing"),
          entry("42501", "database-rights"),
          entry("42P01", "database-schema"),
          entry("42703", "database-schema"),
          entry("53100", "database-disk"),
          entry("53300", "database-full"),
          entry("55P03", "database-busy"),
          entry("40", "database-busy"),
          entry("57014", "timeout-database"),
          entry("57P", "database-away"),
          entry("08", "database-away"),
          entry("23", "database-refused"));

  private Causes() {}

  static Cause of(Throwable failure) {
    List<Throwable> chain = chain(failure);
    return state(chain)
        .or(() -> sign(chain))
        .map(key -> new Cause(key, CauseDetails.of(key, chain)))
        .orElse(OURS);
  }

  private static Optional<String> state(List<Throwable> chain) {
    return chain.stream()
        .filter(SQLException.class::isInstance)
        .map(one -> String.valueOf(((SQLException) one).getSQLState()))
        .flatMap(Causes::ofState)
        .findFirst();
  }

  private static Stream<String> ofState(String state) {
    return Stream.of(5, 3, 2)
        .filter(length -> state.length() >= length)
        .map(length -> STATES.get(state.substring(0, length)))
        .flatMap(Stream::ofNullable);
  }

  private static Optional<String> sign(List<Throwable> chain) {
    return SIGNS.stream()
        .filter(sign -> chain.stream().anyMatch(sign::fits))
        .map(Sign::key)
        .findFirst();
  }

  /** A failure and its causes; some libraries make rings of them. */
  private static List<Throwable> chain(Throwable failure) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Throwable> chain = new ArrayList<>();
    for (Throwable one = failure;
        one != null && seen.add(one) && chain.size() < DEEPEST;
        one = one.getCause()) {
      chain.add(one);
    }
    return chain;
  }

  static boolean knows(String key) {
    return key.equals(OURS.key())
        || STATES.containsValue(key)
        || SIGNS.stream().anyMatch(sign -> sign.key().equals(key));
  }
}
