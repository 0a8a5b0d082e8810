package vn.kt1.gateway.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Reads {@code config/units/*.csv}, {@code provinces/*.yaml}, {@code partners/*.yaml} and {@code
 * post/*.yaml}, and tells every fault at once.
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
    checkAddresses(partners);
    checkCertificates(partners);
    checkSubjects(partners);
    List<Layout> layouts = layouts();
    if (!faults.isEmpty()) {
      throw new BadConfiguration(faults);
    }
    return new Directory(units, provinces, partners, layouts);
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

  /** SECURITY: the address tells whose mail it is. */
  private void checkAddresses(List<Partner> partners) {
    Map<String, String> owners = new HashMap<>();
    for (Partner partner : partners) {
      for (String address :
          partner.mail() == null ? Set.<String>of() : partner.mail().addresses()) {
        String first = owners.putIfAbsent(address, partner.id());
        if (first != null) {
          fault(partner, address, "its mail address is that of " + first, "an address of its own");
        }
      }
    }
  }

  /** SECURITY: the subject of a token tells whose it is. */
  private void checkSubjects(List<Partner> partners) {
    Map<String, String> owners = new HashMap<>();
    for (Partner partner : partners) {
      String first =
          partner.jwtSubject() == null
              ? null
              : owners.putIfAbsent(partner.jwtSubject(), partner.id());
      if (first != null) {
        fault(partner, "jwtSubject", "its jwtSubject is that of " + first, "a subject of its own");
      }
    }
  }

  /** SECURITY: the certificate proves whose machine it is. */
  private void checkCertificates(List<Partner> partners) {
    Map<X509Certificate, String> owners = new HashMap<>();
    for (Partner partner : partners) {
      for (X509Certificate certificate : partner.tlsCertificates()) {
        String first = owners.putIfAbsent(certificate, partner.id());
        if (first != null) {
          fault(
              partner,
              "certificates",
              "its TLS certificate is that of " + first,
              "a certificate of its own");
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
