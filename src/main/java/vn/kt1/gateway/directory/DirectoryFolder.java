package vn.kt1.gateway.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.kt1.gateway.directory.file.CalendarFile;
import vn.kt1.gateway.directory.file.ContractLists;
import vn.kt1.gateway.directory.file.LayoutFile;
import vn.kt1.gateway.directory.file.PartnerFile;
import vn.kt1.gateway.directory.file.PriceFile;
import vn.kt1.gateway.directory.file.ProvinceFile;
import vn.kt1.gateway.directory.file.TransitFile;
import vn.kt1.gateway.directory.file.UnitLists;
import vn.kt1.gateway.directory.file.YamlFile;
import vn.kt1.gateway.directory.file.ZonesFile;

/**
 * Reads {@code config/units/*.csv}, {@code provinces/*.yaml}, {@code partners/*.yaml} and {@code
 * post/*.yaml} and the dated tables beside them, and tells every fault at once.
 */
public final class DirectoryFolder {

  private final Path folder;
  private final List<BadConfiguration.Fault> faults = new ArrayList<>();

  private DirectoryFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * @throws BadConfiguration naming every file, line and fault
   */
  public static Directory read(Path folder) {
    return new DirectoryFolder(folder).read();
  }

  private Directory read() {
    UnitLists lists = new UnitLists(files("units", ".csv"), faults);
    List<Unit> units = lists.units();
    List<Path> provinceFiles = files("provinces", ".yaml");
    List<Province> provinces = all(provinceFiles, ProvinceFile::read);
    List<Partner> partners = all(files("partners", ".yaml"), PartnerFile::read);
    // A province whose file has a fault is there all the same; its units need no fault of their
    // own.
    checkPartners(partners, lists, provinceFiles.stream().map(YamlFile::stem).toList());
    checkOwners(partners);
    List<Layout> layouts = layouts();
    List<PriceTable> prices = optional("tariffs", PriceFile::read);
    PriceFile.checkTogether(
        prices,
        provinceFiles.stream().map(YamlFile::stem).toList(),
        folder.resolve("tariffs"),
        faults);
    ContractLists contracts =
        new ContractLists(
            Files.exists(folder.resolve("contracts")) ? files("contracts", ".csv") : List.of(),
            lists,
            faults);
    List<Zones> zones = optional("zones", (file, told) -> ZonesFile.read(file, lists, told));
    ZonesFile.checkTogether(zones, folder.resolve("zones"), faults);
    Terms terms = new Terms(contracts.contracts(), zones, prices, transitTables(), calendars());
    if (!faults.isEmpty()) {
      throw new BadConfiguration(faults);
    }
    return new Directory(units, provinces, partners, layouts, terms);
  }

  /** Without that folder the post's files have the layout of the contract. */
  private List<Layout> layouts() {
    Path place = folder.resolve("post");
    if (!Files.exists(place)) {
      return List.of();
    }
    List<Layout> layouts = all(files("post", ".yaml"), LayoutFile::read);
    LayoutFile.checkTogether(layouts, place, faults);
    return layouts;
  }

  /** Of a folder that may be missing. */
  private <T> List<T> optional(
      String kind, BiFunction<Path, List<BadConfiguration.Fault>, T> reader) {
    return Files.exists(folder.resolve(kind)) ? all(files(kind, ".yaml"), reader) : List.of();
  }

  /** Without that folder nobody has promised a transit time. */
  private List<TransitTable> transitTables() {
    return Files.exists(folder.resolve("transit"))
        ? TransitFile.readAll(files("transit", ".yaml"), faults)
        : List.of();
  }

  private List<WorkCalendar> calendars() {
    return Files.exists(folder.resolve("calendars"))
        ? CalendarFile.readAll(files("calendars", ".yaml"), faults)
        : List.of();
  }

  private <T> List<T> all(
      List<Path> files, BiFunction<Path, List<BadConfiguration.Fault>, T> reader) {
    List<T> found = new ArrayList<>();
    for (Path file : files) {
      T read = reader.apply(file, faults);
      if (read != null) {
        found.add(read);
      }
    }
    return found;
  }

  private void checkPartners(List<Partner> partners, UnitLists lists, List<String> served) {
    for (Partner partner : partners) {
      for (String code : partner.units()) {
        List<Unit> known = lists.units().stream().filter(unit -> unit.code().equals(code)).toList();
        if (!lists.mayKnow(code)) {
          fault(partner, code, "unit " + code + " is in no list of units", "a code of units/*.csv");
        } else if (!known.isEmpty()
            && known.stream().noneMatch(unit -> served.contains(unit.province()))) {
          fault(
              partner,
              code,
              "unit " + code + " belongs to no province here",
              "a file in provinces/");
        }
      }
    }
  }

  /** SECURITY: they tell whose mail, token or machine it is, so no two partners share one. */
  private void checkOwners(List<Partner> partners) {
    checkOwner(partners, "mail address", "an address", DirectoryFolder::addresses, one -> one);
    checkOwner(partners, "jwtSubject", "a subject", DirectoryFolder::subject, one -> "jwtSubject");
    checkOwner(
        partners,
        "TLS certificate",
        "a certificate",
        Partner::tlsCertificates,
        one -> "certificates");
  }

  private static Collection<String> addresses(Partner partner) {
    return partner.mail() == null ? Set.of() : partner.mail().addresses();
  }

  private static Collection<String> subject(Partner partner) {
    return partner.jwtSubject() == null ? Set.of() : Set.of(partner.jwtSubject());
  }

  /**
   * @param text what stands in the faulty line
   */
  private <T> void checkOwner(
      List<Partner> partners,
      String what,
      String write,
      Function<Partner, Collection<T>> owned,
      Function<T, String> text) {
    Map<T, String> owners = new HashMap<>();
    for (Partner partner : partners) {
      for (T one : owned.apply(partner)) {
        String first = owners.putIfAbsent(one, partner.id());
        if (first != null) {
          String wrong = "its " + what + " is that of " + first;
          fault(partner, text.apply(one), wrong, write + " of its own");
        }
      }
    }
  }

  /**
   * @param text what stands in the faulty line
   */
  private void fault(Partner partner, String text, String wrong, String write) {
    Path file = folder.resolve("partners").resolve(partner.id() + ".yaml");
    faults.add(
        new BadConfiguration.Fault(file.toString(), YamlFile.lineWith(file, text), wrong, write));
  }

  private void fault(String file, String wrong, String write) {
    faults.add(new BadConfiguration.Fault(file, 0, wrong, write));
  }

  private List<Path> files(String kind, String ending) {
    Path place = folder.resolve(kind);
    if (!Files.isDirectory(place)) {
      fault(place.toString(), "the folder is missing", "a folder with *" + ending + " files");
      return List.of();
    }
    try (Stream<Path> all = Files.list(place)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      fault(place.toString(), "the folder cannot be read", "read permission for the gateway");
      return List.of();
    }
  }
}
