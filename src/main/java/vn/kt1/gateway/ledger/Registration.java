package vn.kt1.gateway.ledger;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.database.RowJson;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.evidence.EvidenceRow;
import vn.kt1.gateway.evidence.Salt;
import vn.kt1.gateway.ledger.HandOffRows.Part;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.HandOff;

/**
 * Writes a hand-off and everything that follows from it, all or nothing. Hand-offs that come at the
 * same moment share one statement and one commit (docs/adr/0023-group-commit.md).
 */
@Component
class Registration {

  /** The number of shipments in one statement; nearly every hand-off has fewer. */
  static final int AT_ONCE = 1000;

  /** A hand-off that waits longer is answered 503. Its caller would give up soon after. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** What is written. {@code rows} gives the shipments between two positions. */
  record Entry(
      HandOff handOff,
      Unit sender,
      String contentSha256,
      Salt salt,
      StoredReceipt receipt,
      List<Decision> decisions,
      @Nullable String correlationId,
      boolean mayGoOn,
      Rows rows,
      EvidenceRow evidence) {

    List<RulingRow> rulings() {
      return RulingRow.of(decisions);
    }

    int size() {
      return receipt.shipments().size();
    }

    Key key() {
      return new Key(handOff.partner(), handOff.handOffId());
    }
  }

  /** Makes rows only when they are needed, so that they are never all in memory. */
  @FunctionalInterface
  interface Rows {
    List<ShipmentRow> between(int from, int to);
  }

  /** Names a hand-off. */
  record Key(String partner, String handOffId) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int partners = partner.compareTo(other.partner);
      return partners == 0 ? handOffId.compareTo(other.handOffId) : partners;
    }
  }

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final HandOffRows rows;
  private final Rulings rulings;
  private final GroupCommit<Part, Boolean> together;

  /** Hand-offs that have a transaction of their own just now, which may be long. */
  private final Map<Key, Integer> apart = new ConcurrentHashMap<>();

  Registration(
      JdbcClient jdbc, PlatformTransactionManager transactions, HandOffRows rows, Rulings rulings) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.rows = rows;
    this.rulings = rulings;
    this.together = new GroupCommit<>(new HandOffGroup(rows), PATIENCE);
  }

  @PreDestroy
  void close() {
    together.close();
  }

  /** So many hand-offs wait for their group now. */
  int waiting() {
    return together.waiting();
  }

  /** Returns false when the hand-off exists already. */
  boolean write(Entry entry) {
    return rulings.with(entry.rulings(), () -> mayJoin(entry) ? withOthers(entry) : alone(entry));
  }

  private boolean withOthers(Entry entry) {
    try {
      return together.write(whole(entry));
    } catch (CannotAcquireLockException writtenElsewhere) {
      return alone(entry);
    }
  }

  /**
   * A long hand-off would keep the others of its group waiting. So would one whose id is just being
   * written in a transaction of its own.
   */
  private boolean mayJoin(Entry entry) {
    return entry.size() <= HandOffGroup.EACH
        && !apart.containsKey(entry.key())
        && !TransactionSynchronizationManager.isActualTransactionActive();
  }

  private static Part whole(Entry entry) {
    return Part.of(entry, 0, entry.size());
  }

  private boolean alone(Entry entry) {
    return apart(
        entry.key(),
        () -> {
          Part first = Part.of(entry, 0, Math.min(AT_ONCE, entry.size()));
          boolean fresh = !rows.open(List.of(first), Duration.ZERO).isEmpty();
          if (fresh) {
            proceed(entry, AT_ONCE);
          }
          return fresh;
        });
  }

  /**
   * Adds the envelopes from position {@code from} on to a registered hand-off. It writes nothing
   * when the hand-off has changed meanwhile.
   */
  void goOn(Entry entry, int from, String before) {
    rulings.with(
        entry.rulings(),
        () ->
            apart(
                entry.key(),
                () -> {
                  boolean grown = grown(entry, before);
                  if (grown) {
                    proceed(entry, from);
                  }
                  return grown;
                }));
  }

  private boolean apart(Key key, Supplier<Boolean> write) {
    apart.merge(key, 1, Integer::sum);
    try {
      return Boolean.TRUE.equals(transaction.execute(status -> write.get()));
    } finally {
      apart.computeIfPresent(key, (same, many) -> many == 1 ? null : many - 1);
    }
  }

  private boolean grown(Entry entry, String before) {
    HandOff handOff = entry.handOff();
    return jdbc.sql(
                """
                update hand_off set content_sha256 = ?, receipt = ?::jsonb, may_go_on = ?
                where partner = ? and hand_off_id = ? and content_sha256 = ?
                """)
            .params(entry.contentSha256(), RowJson.write(entry.receipt()), entry.mayGoOn())
            .params(handOff.partner(), handOff.handOffId(), before)
            .update()
        == 1;
  }

  private void proceed(Entry entry, int start) {
    for (int from = start; from < entry.size(); from += AT_ONCE) {
      rows.goOn(Part.of(entry, from, Math.min(from + AT_ONCE, entry.size())));
    }
  }
}
