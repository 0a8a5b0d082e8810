package vn.kt1.gateway.ledger;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import vn.kt1.gateway.ledger.HandOffRows.Part;
import vn.kt1.gateway.ledger.Registration.Key;

/** Hand-offs that are written by one statement. The result of each is whether it is new. */
record HandOffGroup(HandOffRows rows) implements GroupCommit.Work<Part, Boolean> {

  /** The largest group; it takes some 40 ms. */
  static final int HAND_OFFS = 64;

  static final int SHIPMENTS = 500;

  /** A hand-off with more shipments is written by itself, beside the groups. */
  static final int EACH = 100;

  /**
   * Another gateway may be writing the same hand-off in a long transaction. The group does not wait
   * for that; the one whose hand-off it is does, by itself.
   */
  private static final Duration PATIENCE = Duration.ofMillis(200);

  @Override
  public Object key(Part part) {
    return part.key();
  }

  @Override
  public boolean full(List<Part> group, Part next) {
    int shipments = group.stream().mapToInt(part -> part.shipments().size()).sum();
    return group.size() >= HAND_OFFS || shipments + next.shipments().size() > SHIPMENTS;
  }

  /**
   * In the order of their keys, so that two groups with the same hand-offs wait for each other and
   * do not deadlock.
   */
  @Override
  public List<Boolean> write(List<Part> group) {
    Set<Key> fresh =
        rows.open(group.stream().sorted(Comparator.comparing(Part::key)).toList(), PATIENCE);
    return group.stream().map(part -> fresh.contains(part.key())).toList();
  }

  /** When the database is away or has no time, it is so for all of them. */
  @Override
  public boolean mayBeOfOne(RuntimeException failure) {
    return failure instanceof CannotAcquireLockException
        || !(failure instanceof TransientDataAccessException
            || failure instanceof RecoverableDataAccessException
            || failure instanceof NonTransientDataAccessResourceException);
  }
}
