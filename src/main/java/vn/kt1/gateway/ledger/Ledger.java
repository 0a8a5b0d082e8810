package vn.kt1.gateway.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.database.RowJson;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.evidence.EvidenceRow;
import vn.kt1.gateway.evidence.Salt;
import vn.kt1.gateway.ledger.Registration.Entry;
import vn.kt1.gateway.shipment.Decided;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.HandOff;
import vn.kt1.gateway.shipment.Receipt;
import vn.kt1.gateway.shipment.Recipient;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.gateway.shipment.ShipmentId;
import vn.kt1.gateway.shipment.VietnamTime;

/** Registers decided hand-offs once. The same hand-off again gets its first receipt. */
@Component
public class Ledger {

  /** Evidence names at most so many shipments. For more, it holds their number and digest. */
  static final int NAMED_IN_EVIDENCE = 1000;

  private final JdbcClient jdbc;
  private final Registration registration;
  private final Directory directory;
  private final Clock clock;

  Ledger(JdbcClient jdbc, Registration registration, Directory directory, Clock clock) {
    this.jdbc = jdbc;
    this.registration = registration;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * @param correlationId the correlation id in the sender's answer
   * @param mayGoOn for a file: true when nothing but its end shows that it is whole, so a paused
   *     upload may grow later; false when it is whole. Null when it is no file
   * @throws Rejected {@code hand-off-conflict} when the id was used for another content
   */
  public Receipt register(
      Decided decided, @Nullable String correlationId, @Nullable Boolean mayGoOn) {
    HandOff handOff = decided.handOff();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Receipt receipt = receipt(decided, now);
    Entry entry =
        entry(decided, receipt, now, Salt.fresh(), correlationId, Boolean.TRUE.equals(mayGoOn));
    if (registration.write(entry)) {
      int shipments = receipt.shipments().size();
      HandOffLog.taken(correlationId, handOff.partner(), handOff.handOffId(), shipments);
      return receipt;
    }
    First first = first(handOff).orElseThrow();
    if (mayGoOn != null && first.isBeginningOf(handOff)) {
      Receipt whole = first.wholeBy(receipt);
      Entry rest = entry(decided, whole, now, new Salt(first.salt()), correlationId, mayGoOn);
      registration.goOn(rest, first.size(), first.contentSha256());
    }
    return first(handOff).orElseThrow().again(contentSha256(handOff));
  }

  private Entry entry(
      Decided decided,
      Receipt receipt,
      Instant now,
      Salt salt,
      @Nullable String correlationId,
      boolean mayGoOn) {
    HandOff handOff = decided.handOff();
    LocalDate on = VietnamTime.day(handOff.handedOffAt());
    String content = contentSha256(handOff);
    return new Entry(
        handOff,
        directory.unit(handOff.sender(), on).orElseThrow(),
        content,
        salt,
        StoredReceipt.of(receipt),
        decided.decisions(),
        correlationId,
        mayGoOn,
        (from, to) -> rows(decided, receipt, on, from, to),
        evidence(handOff, receipt, now, content, salt, correlationId));
  }

  /**
   * Returns what {@link #register} would answer, but writes nothing. Ids and times are null in a
   * receipt that was never given.
   *
   * @throws Rejected {@code hand-off-conflict}
   */
  public Receipt preview(Decided decided) {
    HandOff handOff = decided.handOff();
    return first(handOff)
        .map(first -> first.again(contentSha256(handOff)))
        .orElseGet(() -> Receipt.preview(decided));
  }

  private static Receipt receipt(Decided decided, Instant now) {
    HandOff handOff = decided.handOff();
    // A file of 100,000 envelopes has only a few different decisions; its receipt shares them.
    Map<Decision, Decision> told = new IdentityHashMap<>();
    List<Receipt.Line> lines =
        IntStream.range(0, handOff.envelopes().size())
            .mapToObj(
                i ->
                    new Receipt.Line(
                        handOff.envelopes().get(i).envelopeId(),
                        ShipmentId.next().value(),
                        told.computeIfAbsent(decided.decisions().get(i), Decision::told)))
            .toList();
    return new Receipt(handOff.handOffId(), now, handOff.messageSha256(), false, lines);
  }

  private List<ShipmentRow> rows(Decided decided, Receipt receipt, LocalDate on, int from, int to) {
    HandOff handOff = decided.handOff();
    return IntStream.range(from, to)
        .mapToObj(
            i ->
                ShipmentRow.of(
                    i,
                    receipt.shipments().get(i).shipmentId(),
                    decided.decisions().get(i),
                    handOff.envelopes().get(i),
                    addressed(handOff.envelopes().get(i).recipient(), on)))
        .toList();
  }

  /**
   * Adds the name and the address that the sender left out, as the directory has them on that day.
   */
  public Recipient addressed(Recipient recipient, LocalDate on) {
    Optional<Unit> unit =
        Optional.ofNullable(recipient.code()).flatMap(code -> directory.unit(code, on));
    return new Recipient(
        recipient.code(),
        Optional.ofNullable(recipient.name()).or(() -> unit.map(Unit::name)).orElse(null),
        Optional.ofNullable(recipient.address()).or(() -> unit.map(Unit::address)).orElse(null),
        recipient.addressee());
  }

  private static EvidenceRow evidence(
      HandOff handOff,
      Receipt receipt,
      Instant now,
      String content,
      Salt salt,
      @Nullable String correlationId) {
    Map<String, Object> detail = new TreeMap<>();
    if (correlationId != null) {
      detail.put("correlationId", correlationId);
    }
    detail.put("contentDigest", salt.digest(content));
    detail.put("receiptDigest", salt.digest(RowJson.sha256(receipt)));
    List<String> ids = receipt.shipments().stream().map(Receipt.Line::shipmentId).toList();
    if (ids.size() <= NAMED_IN_EVIDENCE) {
      detail.put("shipments", ids);
    } else {
      detail.put("shipmentCount", ids.size());
      detail.put("shipmentsSha256", Sha256.of(String.join("\n", ids) + "\n"));
    }
    return EvidenceRow.of(now, handOff.partner(), "hand-off", handOff.handOffId(), detail);
  }

  /** The digest of the normalised content: the same for the same content in every format. */
  static String contentSha256(HandOff handOff) {
    Object time = handOff.timeStated() ? handOff.handedOffAt() : "on receipt";
    return RowJson.sha256(List.of(handOff.sender(), time, handOff.envelopes()));
  }

  /** A registered hand-off, with what was added to it since. */
  private record First(String contentSha256, String salt, String receipt, boolean mayGoOn) {

    private StoredReceipt stored() {
      return RowJson.read(receipt, StoredReceipt.class);
    }

    int size() {
      return stored().shipments().size();
    }

    boolean isBeginningOf(HandOff whole) {
      int size = size();
      return mayGoOn
          && size < whole.envelopes().size()
          && contentSha256.equals(Ledger.contentSha256(whole.first(size)));
    }

    /** The receipt of the whole file: the lines given before, then those of the new envelopes. */
    Receipt wholeBy(Receipt given) {
      Receipt first = stored().receipt(true);
      List<Receipt.Line> lines = new ArrayList<>(first.shipments());
      lines.addAll(given.shipments().subList(lines.size(), given.shipments().size()));
      return new Receipt(first.handOffId(), first.receivedAt(), given.messageSha256(), true, lines);
    }

    Receipt again(String content) {
      if (!contentSha256.equals(content)) {
        throw new Rejected(Fault.of(Fault.Code.HAND_OFF_CONFLICT, "/handOffId"));
      }
      return stored().receipt(true);
    }
  }

  private Optional<First> first(HandOff handOff) {
    return jdbc.sql(
            """
            select content_sha256, salt, receipt, may_go_on from hand_off
            where partner = ? and hand_off_id = ?
            """)
        .params(handOff.partner(), handOff.handOffId())
        .query(First.class)
        .optional();
  }
}
