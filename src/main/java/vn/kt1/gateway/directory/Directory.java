package vn.kt1.gateway.directory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Sha256;

/** The units, provinces and partners this gateway knows. */
public class Directory {

  private final Map<String, List<Unit>> units;
  private final Map<String, Province> provinces;
  private final Map<String, Partner> partners;
  private final String version;

  public Directory(
      Collection<Unit> units, Collection<Province> provinces, Collection<Partner> partners) {
    this.units = units.stream().collect(Collectors.groupingBy(Unit::code));
    this.provinces = byId(provinces, Province::id);
    this.partners = byId(partners, Partner::id);
    this.version =
        Sha256.of(
            Stream.concat(units.stream(), provinces.stream())
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining("\n")));
  }

  /** The unit as it stands on that date, else as it last stood; empty when it was never known. */
  public Optional<Unit> unit(String code, LocalDate on) {
    List<Unit> dated = units.getOrDefault(code, List.of());
    return dated.stream()
        .filter(unit -> unit.openOn(on))
        .findFirst()
        .or(() -> dated.stream().max(Comparator.comparing(Unit::validFrom)));
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

  /** Of units and provinces as they are here: another one may decide otherwise. */
  public String version() {
    return version;
  }

  private static <T> Map<String, T> byId(Collection<T> all, Function<T, String> id) {
    return all.stream().collect(Collectors.toUnmodifiableMap(id, Function.identity()));
  }
}
