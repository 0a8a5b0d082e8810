package vn.kt1.gateway.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads {@code config/units/*.csv}, {@code provinces/*.yaml} and {@code partners/*.yaml}, and tells
 * every fault at once.
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
    List<Unit> units = new ArrayList<>();
    files("units", ".csv").forEach(file -> units.addAll(new UnitList(file, faults).read()));
    List<Province> provinces = all("provinces", ProvinceFile::read);
    List<Partner> partners = all("partners", PartnerFile::read);
    checkPartners(partners, units, provinces);
    if (!faults.isEmpty()) {
      throw new BadConfiguration(faults);
    }
    return new Directory(units, provinces, partners);
  }

  private <T> List<T> all(String kind, BiFunction<Path, List<BadConfiguration.Fault>, T> reader) {
    List<T> found = new ArrayList<>();
    for (Path file : files(kind, ".yaml")) {
      T read = reader.apply(file, faults);
      if (read != null) {
        found.add(read);
      }
    }
    return found;
  }

  private void checkPartners(List<Partner> partners, List<Unit> units, List<Province> provinces) {
    Set<String> served = provinces.stream().map(Province::id).collect(Collectors.toSet());
    for (Partner partner : partners) {
      for (String code : partner.units()) {
        List<Unit> known = units.stream().filter(unit -> unit.code().equals(code)).toList();
        String file = folder.resolve("partners").resolve(partner.id() + ".yaml").toString();
        if (known.isEmpty()) {
          fault(file, "unit " + code + " is in no list of units", "a code of units/*.csv");
        } else if (known.stream().noneMatch(unit -> served.contains(unit.province()))) {
          fault(file, "unit " + code + " belongs to no province here", "a file in provinces/");
        }
      }
    }
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
