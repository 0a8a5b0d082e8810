package vn.kt1.gateway.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;

/**
 * The faults of one message; those of the hand-off itself come first. Beyond {@code most} only
 * faults that decide what becomes of the file are kept, and the answer says that there are more.
 */
final class Faults {

  /** Faults of a file that may hold content (CONTRACT, 4.1). */
  private static final Set<Code> DECIDING =
      Set.of(Code.CONTENT_NOT_ALLOWED, Code.UNKNOWN_FIELD, Code.MALFORMED, Code.ENCODING);

  private final int most;
  private final List<Fault> ofHandOff = new ArrayList<>();
  private final List<Fault> ofEnvelopes = new ArrayList<>();
  private boolean more;

  Faults(int most) {
    this.most = most;
  }

  void ofHandOff(Fault fault) {
    add(ofHandOff, fault);
  }

  void ofEnvelope(Fault fault) {
    add(ofEnvelopes, fault);
  }

  private void add(List<Fault> faults, Fault fault) {
    // Lesser faults never push these out: they decide what becomes of the message.
    boolean deciding = DECIDING.contains(fault.code());
    if (faults.size() < most || deciding && faults.size() < 2 * most) {
      faults.add(fault);
    } else {
      more = true;
    }
  }

  boolean none() {
    return ofHandOff.isEmpty() && ofEnvelopes.isEmpty();
  }

  boolean malformed() {
    return ofEnvelopes.stream().anyMatch(fault -> fault.code() == Code.MALFORMED);
  }

  List<Fault> all() {
    List<Fault> all = new ArrayList<>(ofHandOff);
    all.addAll(ofEnvelopes);
    if (more) {
      Code gravest = all.stream().map(Fault::code).min(Code::compareTo).orElseThrow();
      all.add(Fault.more(gravest, most));
    }
    return all;
  }

  /** The faults that may mean content, also when another fault ended the reading. */
  List<Fault> contentAnd(List<Fault> end) {
    return Stream.concat(
            all().stream().filter(fault -> fault.code() == Code.CONTENT_NOT_ALLOWED), end.stream())
        .toList();
  }
}
