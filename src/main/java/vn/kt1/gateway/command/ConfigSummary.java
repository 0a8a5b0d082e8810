package vn.kt1.gateway.command;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.directory.Conventions;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.shipment.HandOffField;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.tls.TlsFiles;

/** What was understood of a configuration folder, and what a person still has to see to. */
final class ConfigSummary {

  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final LocalDateTime SAMPLE = LocalDateTime.of(2026, 11, 22, 21, 34, 56);

  private final Directory directory;
  private final TlsSummary ends;
  private final LocalDate today;
  private final boolean sealed;
  private final List<String> lines = new ArrayList<>();
  private final List<String> left = new ArrayList<>();

  /**
   * @param sealed whether what the post gets is encrypted
   */
  ConfigSummary(Directory directory, Clock clock, TlsFiles tls, boolean sealed) {
    this.sealed = sealed;
    this.directory = directory;
    this.ends = new TlsSummary(directory, tls, clock.instant());
    this.today = LocalDate.now(clock.withZone(VIETNAM));
  }

  /**
   * @param open what nobody has set where this is asked
   */
  List<String> of(Path folder, List<Fault> open) {
    tell(
        "check.folder",
        folder,
        directory.partners().size(),
        directory.provinces().size(),
        directory.units().size());
    new DirectorySummary(directory, today)
        .told()
        .forEach(said -> tell(said.key(), said.arguments()));
    new DirectoryGaps(directory).left().forEach(said -> leave(said.key(), said.arguments()));
    ends.gateway().forEach(said -> tell(said.key(), said.arguments()));
    sorted(directory.partners(), Partner::id).forEach(this::partner);
    ends.left().forEach(said -> leave(said.key(), said.arguments()));
    if (sealed) {
      tell("check.pgp");
    } else {
      leave("check.todo.pgp");
    }
    if (directory.partners().isEmpty()) {
      leave("check.todo.partners");
    }
    tell(left.isEmpty() ? "check.todo.nothing" : "check.todo");
    lines.addAll(left);
    sources();
    if (!open.isEmpty()) {
      tell("check.open");
      open.forEach(fault -> lines.add("- " + fault));
    }
    tell("check.database");
    return lines;
  }

  private void sources() {
    left.clear();
    SourcesSummary.unverified().forEach(said -> leave(said.key(), said.arguments()));
    leave("check.source.texts");
    tell("check.sources");
    lines.addAll(left);
  }

  private void partner(Partner partner) {
    Conventions how = partner.conventions();
    tell(
        "check.partner",
        partner.id(),
        partner.units().size(),
        listed(partner.units()),
        "REST" + (partner.sftp() ? ", SFTP" : "") + (partner.mail() == null ? "" : ", mail"),
        listed(how.languages()));
    detail("check.also-from", partner.mail() == null ? "" : listed(partner.mail().alsoFrom()));
    ends.of(partner).forEach(until -> detail("check.tls.partner", until));
    conventions(how);
    leftOf(partner, how.charset());
  }

  private void conventions(Conventions how) {
    if (!how.envelopes().equals(Conventions.CONTRACT.envelopes())) {
      detail("check.envelopes", how.envelopes());
    }
    detail("check.names", pairs(how.names(), HandOffField::column));
    how.words()
        .forEach(
            (field, words) ->
                detail("check.words", field.column() + ": " + pairs(words, word -> word)));
    List<String> times = how.times().stream().map(form -> SAMPLE.format(form.formatter())).toList();
    detail("check.times", String.join(", ", times));
    detail("check.zone", times.isEmpty() ? "" : how.zone().getId());
    detail("check.constants", constants(how));
    detail("check.recipients", how.recipients() == null ? "" : how.recipients().separator());
  }

  private static String constants(Conventions how) {
    return how.constants().entrySet().stream()
        .map(one -> one.getKey().column() + " = " + one.getValue())
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private void leftOf(Partner partner, @Nullable Charset charset) {
    for (String code : partner.units().stream().sorted().toList()) {
      directory
          .unit(code, today)
          .filter(unit -> unit.closedBefore(today))
          .ifPresent(unit -> leave("check.todo.closed", partner.id(), code));
    }
    if (partner.sftp() && !partner.checksumRequired()) {
      leave("check.todo.checksum", partner.id());
    }
    if (charset != null) {
      leave("check.todo.charset", partner.id());
    }
    if (partner.mail() != null && partner.mail().certificate() == null) {
      leave("check.todo.proof", partner.id());
    }
  }

  private void tell(String key, Object... arguments) {
    Text text = text(key, arguments);
    lines.add(text.vi());
    lines.add(text.en());
  }

  /** Nothing where there is nothing to say. */
  private void detail(String key, String what) {
    if (!what.isEmpty()) {
      Text text = Text.of(key);
      lines.add("  " + text.vi() + " · " + text.en() + ": " + what);
    }
  }

  private void leave(String key, Object... arguments) {
    Text text = text(key, arguments);
    left.add("- " + text.vi());
    left.add("  " + text.en());
  }

  private static Text text(String key, Object... arguments) {
    return Text.of(
        key,
        Arrays.stream(arguments)
            .map(one -> one instanceof Text ? one : String.valueOf(one))
            .toArray());
  }

  private static <V> String pairs(Map<String, V> all, Function<V, String> shown) {
    return all.entrySet().stream()
        .map(one -> one.getKey() + " = " + shown.apply(one.getValue()))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String listed(Collection<String> all) {
    return all.stream().sorted().collect(Collectors.joining(", "));
  }

  private static <T> List<T> sorted(Collection<T> all, Function<T, String> by) {
    return all.stream().sorted(Comparator.comparing(by)).toList();
  }
}
