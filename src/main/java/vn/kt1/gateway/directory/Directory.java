package vn.kt1.gateway.directory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Sha256;

/** The units, provinces and partners this gateway knows, and how files of the post are laid out. */
public class Directory {

  private final Map<String, List<Unit>> units;
  private final Map<String, Province> provinces;
  private final Map<String, Partner> partners;
  private final List<Layout> layouts;
  private final Terms terms;
  private final String content;
  private final String version;

  public Directory(
      Collection<Unit> units, Collection<Province> provinces, Collection<Partner> partners) {
    this(units, provinces, partners, List.of());
  }

  public Directory(
      Collection<Unit> units,
      Collection<Province> provinces,
      Collection<Partner> partners,
      List<Layout> layouts) {
    this(units, provinces, partners, layouts, Terms.NONE);
  }

  public Directory(
      Collection<Unit> units,
      Collection<Province> provinces,
      Collection<Partner> partners,
      List<Layout> layouts,
      Terms terms) {
    this.layouts = List.copyOf(layouts);
    this.terms = terms;
    this.units = units.stream().collect(Collectors.groupingBy(Unit::code));
    this.provinces = byId(provinces, Province::id);
    this.partners = byId(partners, Partner::id);
    this.content = DirectoryContent.of(units, provinces, terms.zones());
    this.version = Sha256.of(content);
  }

  /**
   * The unit as it was on that date; in a gap, as it was before the gap. Empty when no list has its
   * code. The successor of a unit that is closed on that date is the first unit in the chain of
   * successors that is open then, or null.
   */
  public Optional<Unit> unit(String code, LocalDate on) {
    Optional<Unit> standing = standing(code, on);
    return standing.map(
        unit -> unit.closedBefore(on) ? unit.succeededBy(openSuccessor(unit, on)) : unit);
  }

  private Optional<Unit> standing(String code, LocalDate on) {
    List<Unit> dated = units.getOrDefault(code, List.of());
    return dated.stream()
        .filter(unit -> !unit.validFrom().isAfter(on))
        .max(Comparator.comparing(Unit::validFrom))
        .or(() -> dated.stream().min(Comparator.comparing(Unit::validFrom)));
  }

  private @Nullable String openSuccessor(Unit closed, LocalDate on) {
    Set<String> way = new HashSet<>();
    String code = closed.successor();
    while (code != null && way.add(code)) {
      Unit unit = standing(code, on).orElse(null);
      if (unit == null || unit.openOn(on)) {
        return unit == null ? null : code;
      }
      code = unit.successor();
    }
    return null;
  }

  /** The rows of units that name this one as their successor, by code and day. */
  public List<Unit> predecessors(String code) {
    return units().stream()
        .filter(unit -> code.equals(unit.successor()))
        .sorted(Comparator.comparing(Unit::code).thenComparing(Unit::validFrom))
        .toList();
  }

  /** Of status files, by feed. */
  public List<Layout> layouts() {
    return layouts;
  }

  /** Every dated row. */
  public Collection<Unit> units() {
    return units.values().stream().flatMap(List::stream).toList();
  }

  public boolean hasProvince(String id) {
    return provinces.containsKey(id);
  }

  public Optional<String> departmentMail(String province) {
    return Optional.ofNullable(provinces.get(province)).map(Province::departmentMail);
  }

  public Optional<String> secretOfficerMail(String province) {
    return Optional.ofNullable(provinces.get(province)).map(Province::secretOfficerMail);
  }

  /** Where the police of the province are told of loss, breach of secrecy and wrongdoing. */
  public Optional<String> policeMail(String province) {
    return Optional.ofNullable(provinces.get(province)).map(Province::policeMail);
  }

  /** Who gets a report beside the Department, by number from 1. */
  public Optional<String> reportReader(String province, int number) {
    return Optional.ofNullable(provinces.get(province))
        .map(Province::report)
        .map(ReportDuty::readers)
        .filter(readers -> number >= 1 && number <= readers.size())
        .map(readers -> readers.get(number - 1));
  }

  public Terms terms() {
    return terms;
  }

  /**
   * Where a unit is told by mail: its own mailbox, or else that of the partner it hands over by.
   */
  public Optional<String> unitMail(String unit, LocalDate on) {
    return terms
        .contract(unit, on)
        .map(Contract::mail)
        .or(
            () ->
                partners.values().stream()
                    .filter(partner -> partner.mail() != null && partner.units().contains(unit))
                    .min(Comparator.comparing(Partner::id))
                    .map(partner -> Objects.requireNonNull(partner.mail()).address()));
  }

  /** Empty where a unit is in no list or nobody has said where provinces lie on that day. */
  public Optional<Zone> zone(String sender, @Nullable String recipient, LocalDate on) {
    return terms.zone(
        unit(sender, on).orElse(null),
        recipient == null ? null : unit(recipient, on).orElse(null),
        on);
  }

  /** The provinces served here to which these units belong on that date, in order. */
  public List<String> provincesOf(Collection<String> codes, LocalDate on) {
    return codes.stream()
        .flatMap(code -> unit(code, on).stream())
        .map(Unit::province)
        .filter(this::hasProvince)
        .distinct()
        .sorted()
        .toList();
  }

  public Province province(String id) {
    return Optional.ofNullable(provinces.get(id)).orElseThrow();
  }

  public Collection<Province> provinces() {
    return provinces.values();
  }

  public Optional<Partner> partner(String id) {
    return Optional.ofNullable(partners.get(id));
  }

  /** The partner an identity provider knows by that name. */
  public Optional<Partner> partnerByJwtSubject(@Nullable String subject) {
    return partners.values().stream()
        .filter(partner -> partner.jwtSubject() != null && partner.jwtSubject().equals(subject))
        .findFirst();
  }

  /** The partner a mail from that address comes from; case is not looked at. */
  public Optional<Partner> partnerByMail(String address) {
    String folded = MailAddress.folded(address);
    return partners.values().stream()
        .filter(partner -> partner.mail() != null && partner.mail().addresses().contains(folded))
        .findFirst();
  }

  public Collection<Partner> partners() {
    return partners.values();
  }

  /** All of units and provinces as JSON: keys sorted, no blanks, no mail address. */
  public String content() {
    return content;
  }

  /** SHA-256 of {@link #content}: a change of it may change decisions. */
  public String version() {
    return version;
  }

  private static <T> Map<String, T> byId(Collection<T> all, Function<T, String> id) {
    return all.stream().collect(Collectors.toUnmodifiableMap(id, Function.identity()));
  }
}
