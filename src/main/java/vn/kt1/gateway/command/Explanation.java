package vn.kt1.gateway.command;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.shipment.Decided;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.HandOff;
import vn.kt1.gateway.shipment.Recipient;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Text;

/** A reading and its decisions in words, for whoever connects an e-office. */
final class Explanation {

  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy").withZone(VIETNAM);

  private final Decided decided;
  private final Directory directory;
  private final Locale locale;

  private Explanation(Decided decided, Directory directory, Locale locale) {
    this.decided = decided;
    this.directory = directory;
    this.locale = locale;
  }

  static String of(Decided decided, Directory directory, Locale locale) {
    return new Explanation(decided, directory, locale).text();
  }

  /** Each fault on a line: code, place, row, and what to do. */
  static String of(Rejected rejected, Locale locale) {
    String title = say(locale, "explain.refused", rejected.code().text());
    return rejected.faults().stream()
        .map(fault -> fault(fault, locale))
        .collect(Collectors.joining("\n", title + "\n", "\n"));
  }

  private static String fault(Fault fault, Locale locale) {
    String row = fault.row() == null ? "" : say(locale, "explain.row", "" + fault.row());
    return "  "
        + fault.code().text()
        + " "
        + fault.pointer()
        + row
        + ": "
        + fault.detail().in(locale);
  }

  private String text() {
    HandOff handOff = decided.handOff();
    StringBuilder text = new StringBuilder();
    text.append(
            say(
                locale,
                "explain.hand-off",
                handOff.handOffId(),
                unit(handOff.sender()),
                TIME.format(handOff.handedOffAt()),
                "" + handOff.envelopes().size()))
        .append('\n');
    for (int i = 0; i < handOff.envelopes().size(); i++) {
      envelope(text, i, handOff.envelopes().get(i), decided.decisions().get(i));
    }
    return text.toString();
  }

  private void envelope(StringBuilder text, int index, Envelope envelope, Decision decision) {
    text.append(
            say(
                locale,
                "explain.envelope",
                "" + (index + 1),
                envelope.envelopeId(),
                recipient(envelope.recipient()),
                envelope.secrecy().name(),
                envelope.urgency().name(),
                entered(envelope.enteredInRegister()),
                shown(envelope.wish()),
                envelope.deliverAt() == null ? "-" : TIME.format(envelope.deliverAt()),
                shown(envelope.weightGrams()),
                "" + envelope.pieces()))
        .append('\n')
        .append("  => ")
        .append(decision.outcome())
        .append(decision.network() == null ? "" : " " + decision.network())
        .append(decision.service() == null ? "" : " " + decision.service().name())
        .append('\n');
    decision
        .reasons()
        .forEach(
            reason ->
                text.append(
                    "     %s [%s]: %s%n"
                        .formatted(reason.rule(), reason.basis(), reason.detail().in(locale))));
    decision
        .warnings()
        .forEach(
            warning ->
                text.append(
                    "     ! %s: %s%n".formatted(warning.code(), warning.detail().in(locale))));
    Optional.ofNullable(decision.ruling()).map(rulings()::of).ifPresent(text::append);
  }

  private RulingText rulings() {
    LocalDate on = decided.handOff().handedOffAt().atZone(VIETNAM).toLocalDate();
    String province =
        directory.unit(decided.handOff().sender(), on).map(Unit::province).orElseThrow();
    return new RulingText(on, directory.province(province), locale);
  }

  private String recipient(Recipient recipient) {
    String named =
        Stream.of(recipient.name(), recipient.address(), recipient.addressee())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    String code = recipient.code() == null ? "" : unit(recipient.code());
    return code + (code.isEmpty() || named.isEmpty() ? "" : "; ") + named;
  }

  private String unit(String code) {
    return directory
        .unit(code, decided.handOff().handedOffAt().atZone(VIETNAM).toLocalDate())
        .map(Unit::name)
        .map(name -> code + " " + name)
        .orElse(code);
  }

  private String entered(@Nullable Boolean entered) {
    return say(locale, "explain.entered." + (entered == null ? "unknown" : entered));
  }

  private static String shown(@Nullable Object value) {
    return value == null ? "-" : value.toString();
  }

  private static String say(Locale locale, String key, Object... arguments) {
    return Text.of(key, arguments).in(locale);
  }
}
