package vn.kt1.gateway.command;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
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
import vn.kt1.gateway.shipment.Reason;
import vn.kt1.gateway.shipment.Recipient;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.VietnamTime;
import vn.kt1.gateway.shipment.Warning;

/** Describes a read file and its decisions to a person who connects an e-office. */
final class Explanation {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy").withZone(VietnamTime.VIETNAM);

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

  /** One line for each fault: code, place, row, and what to do. */
  static String of(Rejected rejected, Locale locale) {
    String title = say(locale, "explain.refused", rejected.code().text());
    return rejected.faults().stream()
        .map(fault -> fault(fault, locale))
        .collect(Collectors.joining("\n", title + "\n", "\n"));
  }

  private static String fault(Fault fault, Locale locale) {
    String row = fault.row() == null ? "" : say(locale, "explain.row", "" + fault.row());
    String detail = fault.detail().in(locale);
    return "  " + fault.code().text() + " " + fault.pointer() + row + ": " + detail;
  }

  private String text() {
    HandOff handOff = decided.handOff();
    String count = "" + handOff.envelopes().size();
    String at = TIME.format(handOff.handedOffAt());
    StringBuilder text =
        new StringBuilder(
            say(locale, "explain.hand-off", handOff.handOffId(), unit(handOff.sender()), at, count)
                + "\n");
    for (int i = 0; i < handOff.envelopes().size(); i++) {
      text.append(envelope(i + 1, handOff.envelopes().get(i)));
      decision(decided.decisions().get(i)).forEach(line -> text.append(line).append('\n'));
      Optional.ofNullable(decided.decisions().get(i).ruling())
          .map(rulings()::of)
          .ifPresent(text::append);
    }
    return text.toString();
  }

  private String envelope(int number, Envelope envelope) {
    return say(
            locale,
            "explain.envelope",
            "" + number,
            envelope.envelopeId(),
            recipient(envelope.recipient()),
            envelope.secrecy().name(),
            envelope.urgency().name(),
            entered(envelope.enteredInRegister()),
            shown(envelope.wish()),
            envelope.deliverAt() == null ? "-" : TIME.format(envelope.deliverAt()),
            shown(envelope.weightGrams()),
            "" + envelope.pieces())
        + "\n";
  }

  private List<String> decision(Decision decision) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "  => "
            + decision.outcome()
            + (decision.network() == null ? "" : " " + decision.network())
            + (decision.service() == null ? "" : " " + decision.service().name()));
    for (Reason reason : decision.reasons()) {
      String detail = reason.detail().in(locale);
      lines.add("     %s [%s]: %s".formatted(reason.rule(), reason.basis(), detail));
    }
    for (Warning warning : decision.warnings()) {
      lines.add("     ! %s: %s".formatted(warning.code(), warning.detail().in(locale)));
    }
    return lines;
  }

  private RulingText rulings() {
    String sender = decided.handOff().sender();
    String province = directory.unit(sender, day()).map(Unit::province).orElseThrow();
    return new RulingText(day(), directory.province(province), locale);
  }

  private LocalDate day() {
    return VietnamTime.day(decided.handOff().handedOffAt());
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
    return directory.unit(code, day()).map(unit -> code + " " + unit.name()).orElse(code);
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
