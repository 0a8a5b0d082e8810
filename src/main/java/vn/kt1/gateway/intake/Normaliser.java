package vn.kt1.gateway.intake;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.directory.Conventions;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.directory.Spellings;
import vn.kt1.gateway.intake.format.CsvLanguage;
import vn.kt1.gateway.intake.format.EdXmlLanguage;
import vn.kt1.gateway.intake.format.JsonLanguage;
import vn.kt1.gateway.intake.format.XlsxLanguage;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.HandOff;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Resolution;
import vn.kt1.gateway.table.FileKind;
import vn.kt1.gateway.table.Xlsx;
import vn.kt1.gateway.text.DocumentIds;

/** Makes a hand-off from the bytes of a message, or names its faults. It stores nothing. */
public final class Normaliser {

  private final Map<String, Language> languages;
  private final Language answers;
  private final Spellings spellings = new Spellings();
  private final Directory directory;
  private final IntakeSettings limits;
  private final Clock clock;

  public Normaliser(Directory directory, IntakeSettings limits, Clock clock) {
    this.directory = directory;
    this.limits = limits;
    this.languages =
        Map.of(
            "json", new JsonLanguage(limits.json(), HandOffSchema.HAND_OFF),
            "csv", new CsvLanguage(),
            "xlsx", new XlsxLanguage(limits.xlsx().limits()),
            "xml", new EdXmlLanguage(limits.xml()));
    this.answers = new JsonLanguage(limits.json(), HandOffSchema.ANSWER);
    this.clock = clock;
  }

  /**
   * @param language a file ending of the contract (4.1), without its dot
   * @param fileName the name a file came under, null for a message
   * @throws Rejected naming every fault
   */
  public HandOff normalise(
      Caller caller, @Nullable String language, @Nullable String fileName, byte[] bytes) {
    Conventions how = conventions(caller);
    String stem = stem(fileName);
    // SECURITY: the name would become an id, or part of the name of the answer.
    if (stem != null && DocumentIds.tell(stem)) {
      throw new Rejected(Fault.of(Code.CONTENT_NOT_ALLOWED, "", "file-name"));
    }
    Language read = language(language, how, bytes);
    MessageSource source = new MessageSource(bytes, stem, how, clock.instant());
    int most = fileName == null ? limits.envelopes() : limits.rows();
    Draft draft = new Draft(source, most, limits.faults(), spellings);
    try {
      read.read(source, draft);
    } catch (Rejected end) {
      throw draft.broken(end);
    }
    return draft.finish(caller);
  }

  /**
   * Reads the answer to a held shipment. Its fields are the contract's; its words may also be the
   * partner's.
   *
   * @throws Rejected naming every fault
   */
  public Resolution answer(Caller caller, byte[] bytes) {
    if (Shape.ofFile(bytes)) {
      throw new Rejected(Fault.of(Code.CONTENT_NOT_ALLOWED, "", "shape"));
    }
    AnswerDraft draft = new AnswerDraft(spellings, conventions(caller), limits.faults());
    MessageSource source = new MessageSource(bytes, null, Conventions.CONTRACT, clock.instant());
    try {
      answers.read(source, draft);
    } catch (Rejected end) {
      throw draft.broken(end);
    }
    return draft.finish();
  }

  /** A person uses the contract's words. */
  private Conventions conventions(Caller caller) {
    return caller.role() == Role.PARTNER
        ? directory.partner(caller.name()).map(Partner::conventions).orElse(Conventions.CONTRACT)
        : Conventions.CONTRACT;
  }

  private Language language(@Nullable String name, Conventions how, byte[] bytes) {
    // Camel passes the file name "null" as null.
    String known = name == null ? "" : name.toLowerCase(Locale.ROOT);
    // A file of another kind may be a scan or a letter. It counts as content, not as a mistake.
    if (Shape.ofFile(bytes) && !(known.equals("xlsx") && Xlsx.is(bytes))) {
      throw new Rejected(file(bytes));
    }
    Language language = how.languages().contains(known) ? languages.get(known) : null;
    if (language == null) {
      throw new Rejected(Fault.of(Code.UNSUPPORTED_MEDIA_TYPE, "", "file"));
    }
    return language;
  }

  private static Fault file(byte[] bytes) {
    return FileKind.of(bytes)
        .map(kind -> kind.fault(Code.CONTENT_NOT_ALLOWED))
        .orElseGet(() -> Fault.of(Code.CONTENT_NOT_ALLOWED, "", "shape"));
  }

  private static @Nullable String stem(@Nullable String fileName) {
    return fileName == null ? null : fileName.replaceFirst("\\.[^.]*$", "");
  }
}
