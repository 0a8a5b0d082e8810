package vn.kt1.gateway.command;

import static vn.kt1.gateway.command.SummaryLines.joined;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.directory.Conventions;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.shipment.HandOffField;
import vn.kt1.gateway.shipment.VietnamTime;
import vn.kt1.gateway.tls.TlsFiles;

/** The summary of a configuration folder, and what a person still has to do. */
final class ConfigSummary {

  private static final LocalDateTime SAMPLE = LocalDateTime.of(2026, 11, 22, 21, 34, 56);

  private final Directory directory;
  private final List<Partner> partners;
  private final TlsSummary tls;
  private final LocalDate today;
  private final boolean sealed;
  private final SummaryLines lines = new SummaryLines();

  /**
   * @param sealed whether files for the post are encrypted
   */
  ConfigSummary(Directory directory, Clock clock, TlsFiles tls, boolean sealed) {
    this.directory = directory;
    this.partners =
        directory.partners().stream().sorted(Comparator.comparing(Partner::id)).toList();
    this.tls = new TlsSummary(tls, clock.instant());
    this.today = VietnamTime.day(clock.instant());
    this.sealed = sealed;
  }

  /**
   * @param open the required settings that nobody has set in this environment
   */
  List<String> of(Path folder, List<Fault> open) {
    int provinces = directory.provinces().size();
    lines.tell("check.folder", folder, partners.size(), provinces, directory.units().size());
    new DirectorySummary(directory, today).say(lines);
    new TermsSummary(directory, today).say(lines);
    tls.gateway(lines);
    partners.forEach(this::partner);
    partners.forEach(partner -> tls.binding(partner, lines));
    tls.endings(directory, lines);
    if (sealed) {
      lines.tell("check.pgp");
    }
    lines.leave(!sealed, "check.todo.pgp");
    lines.leave(partners.isEmpty(), "check.todo.partners");
    lines.list("check.todo", "check.todo.nothing");
    SourcesSummary.say(lines);
    if (!open.isEmpty()) {
      lines.tell("check.open");
      open.forEach(fault -> lines.all().add("- " + fault));
    }
    lines.tell("check.database");
    return lines.all();
  }

  private void partner(Partner partner) {
    Conventions how = partner.conventions();
    Partner.Mail mail = partner.mail();
    lines.tell(
        "check.partner",
        partner.id(),
        partner.units().size(),
        joined(partner.units().stream()),
        "REST" + (partner.sftp() ? ", SFTP" : "") + (mail == null ? "" : ", mail"),
        joined(how.languages().stream()));
    lines.detail("check.also-from", mail == null ? "" : joined(mail.alsoFrom().stream()));
    tls.of(partner).forEach(until -> lines.detail("check.tls.partner", until));
    conventions(how);
    for (String code : partner.units().stream().sorted().toList()) {
      boolean closed =
          directory.unit(code, today).filter(one -> one.closedBefore(today)).isPresent();
      lines.leave(closed, "check.todo.closed", partner.id(), code);
    }
    boolean checksum = partner.checksumRequired() || !partner.sftp();
    lines.leave(!checksum, "check.todo.checksum", partner.id());
    lines.leave(how.charset() != null, "check.todo.charset", partner.id());
    boolean unproven = mail != null && mail.certificate() == null;
    lines.leave(unproven, "check.todo.proof", partner.id());
  }

  private void conventions(Conventions how) {
    if (!how.envelopes().equals(Conventions.CONTRACT.envelopes())) {
      lines.detail("check.envelopes", how.envelopes());
    }
    lines.detail("check.names", pairs(how.names(), Function.identity(), HandOffField::column));
    new TreeMap<>(how.words())
        .forEach(
            (field, words) ->
                lines.detail(
                    "check.words",
                    field.column() + ": " + pairs(words, Function.identity(), String::valueOf)));
    String times =
        how.times().stream()
            .map(form -> SAMPLE.format(form.formatter()))
            .collect(Collectors.joining(", "));
    lines.detail("check.times", times);
    lines.detail("check.zone", times.isEmpty() ? "" : how.zone().getId());
    lines.detail("check.constants", pairs(how.constants(), HandOffField::column, String::valueOf));
    lines.detail("check.recipients", how.recipients() == null ? "" : how.recipients().separator());
  }

  private static <K, V> String pairs(
      Map<K, V> all, Function<K, String> name, Function<V, String> value) {
    return joined(
        all.entrySet().stream()
            .map(one -> name.apply(one.getKey()) + " = " + value.apply(one.getValue())));
  }
}
