package vn.kt1.gateway.intake;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.intake.format.CsvLanguage;
import vn.kt1.gateway.intake.format.JsonLanguage;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.HandOff;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Sha256;

/** The way in: bytes in one of the message languages become a hand-off, or faults. */
@Component
public class Intake {

  static final int ENVELOPES_IN_A_MESSAGE = 500;
  static final int ROWS_IN_A_FILE = 100_000;

  /** Languages of the contract this version does not read yet; a workbook is a ZIP by nature. */
  private static final Set<String> TO_COME = Set.of("xlsx", "xml");

  private final Map<String, Language> languages =
      Map.of("json", new JsonLanguage(), "csv", new CsvLanguage());
  private final ContentGuard guard = new ContentGuard();
  private final Spellings spellings = new Spellings();
  private final Evidence evidence;
  private final Clock clock;

  Intake(Evidence evidence, Clock clock) {
    this.evidence = evidence;
    this.clock = clock;
  }

  /**
   * @param language {@code json} or {@code csv}
   * @param fileName the name a file came under, null for a message
   * @throws Rejected naming every fault
   */
  public HandOff normalise(
      Caller caller, @Nullable String language, @Nullable String fileName, byte[] bytes) {
    try {
      Message message = language(language, bytes).read(bytes, stem(fileName));
      return normalise(caller, message, bytes, fileName == null);
    } catch (Rejected rejected) {
      keepEvidence(caller, bytes, rejected);
      throw rejected;
    }
  }

  private HandOff normalise(Caller caller, Message message, byte[] bytes, boolean single) {
    List<Fault> faults = new ArrayList<>(message.faults());
    faults.addAll(guard.inspect(message));
    int most = single ? ENVELOPES_IN_A_MESSAGE : ROWS_IN_A_FILE;
    HandOffReader reader = new HandOffReader(spellings, message, faults);
    // SECURITY: the digest is only taken of what was accepted; a refused message leaves none.
    return reader
        .read(caller, faults.isEmpty() ? Sha256.of(bytes) : "", clock.instant(), most)
        .orElseThrow(() -> new Rejected(faults));
  }

  /** A file nobody here can read may be a scan or a letter: then it is content, not a mistake. */
  private Language language(@Nullable String name, byte[] bytes) {
    // Camel hands a file that is called "null" on as null.
    Language language = name == null ? null : languages.get(name);
    if (language != null) {
      return language;
    }
    boolean file = (name == null || !TO_COME.contains(name)) && Shape.ofFile(bytes);
    throw new Rejected(
        file
            ? Fault.of(Code.CONTENT_NOT_ALLOWED, "", "shape")
            : Fault.of(Code.UNSUPPORTED_MEDIA_TYPE, "", "file"));
  }

  private static @Nullable String stem(@Nullable String fileName) {
    return fileName == null ? null : fileName.replaceFirst("\\.[^.]*$", "");
  }

  /** What may hold content leaves pointers, size, sender and time, and nothing else. */
  private void keepEvidence(Caller caller, byte[] bytes, Rejected rejected) {
    if (rejected.code() == Code.CONTENT_NOT_ALLOWED) {
      List<String> pointers =
          rejected.faults().stream()
              .filter(fault -> fault.code() == Code.CONTENT_NOT_ALLOWED)
              .map(Fault::pointer)
              .toList();
      evidence.record(
          caller.name(),
          "content-refused",
          caller.name(),
          Map.of("pointers", pointers, "bytes", bytes.length));
    }
  }
}
