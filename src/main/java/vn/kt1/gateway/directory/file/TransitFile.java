package vn.kt1.gateway.directory.file;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.directory.TransitTable;
import vn.kt1.gateway.directory.TransitTable.Promise;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.directory.Zone;
import vn.kt1.gateway.shipment.Urgency;

/** The keys of {@code transit/<table>.yaml}. */
public record TransitFile(
    YamlBlock block,
    @Key(needed = true) LocalDate from,
    @Key(empty = true) @Nullable LocalDate to,
    boolean superseded,
    @Key(empty = true) @Nullable LocalTime cutOff,
    @Key(needed = true) LocalTime halfDay,
    @Key(needed = true) LocalTime dayEnd,
    @Key(needed = true) Map<Scalar, Map<Scalar, TransitCell>> zones,
    @Key(needed = true) String source,
    @Key(needed = true) boolean verified) {

  private static final List<String> ZONES = Arrays.stream(Zone.values()).map(Zone::name).toList();
  private static final List<String> URGENCIES =
      List.of(Urgency.NORMAL.name(), Urgency.EXPRESS.name());

  private record Read(TransitTable table, TransitFile file) {}

  /** Every table; those of one kind follow one another day by day. */
  public static List<TransitTable> readAll(List<Path> files, List<Fault> faults) {
    List<Read> all = new ArrayList<>();
    for (Path file : files) {
      TransitFile read = YamlFile.read(file, TransitFile.class, faults);
      TransitTable table = read == null ? null : read.table(YamlFile.stem(file));
      if (read != null && table != null) {
        all.add(new Read(table, read));
      }
    }
    checkDays(all.stream().filter(one -> !one.table().superseded()).toList());
    checkDays(all.stream().filter(one -> one.table().superseded()).toList());
    return all.stream().map(Read::table).toList();
  }

  private static void checkDays(List<Read> tables) {
    List<Read> sorted =
        tables.stream().sorted(Comparator.comparing(one -> one.table().validFrom())).toList();
    for (int i = 1; i < sorted.size(); i++) {
      TransitTable before = sorted.get(i - 1).table();
      sorted.get(i).file().checkAfter(before.id(), before.validTo());
    }
  }

  private void checkAfter(String before, @Nullable LocalDate end) {
    if (end == null || !from.isAfter(end)) {
      block.fault("from", "overlaps " + before + ".yaml", "in " + before + ": to: the day before");
    } else if (from.isAfter(end.plusDays(1))) {
      block.fault("from", "there is a gap after " + before + ".yaml", "from: " + end.plusDays(1));
    }
  }

  private @Nullable TransitTable table(String id) {
    if (!id.matches("[a-z0-9-]{1,64}")) {
      String wrong = "the name of the file is no id of a table";
      block.fault(0, wrong, "small letters, digits and -, such as bang-2026.yaml");
    }
    Map<Zone, Map<Urgency, Promise>> promises = promises();
    if (block.broken()) {
      return null;
    }
    check();
    return new TransitTable(
        id, from, to, superseded, cutOff, halfDay, dayEnd, promises, source, verified);
  }

  private void check() {
    if (to != null && to.isBefore(from)) {
      block.fault("to", "the table ends before it begins", "a day from " + from + " on");
    }
    if (!halfDay.isBefore(dayEnd)) {
      block.fault("halfDay", "half a day ends when the day has ended", "halfDay: \"12:00\"");
    }
    if (cutOff != null && cutOff.isAfter(dayEnd)) {
      block.fault("cutOff", "the cut-off is after the end of the day", "cutOff: \"17:00\"");
    }
    if (verified && Unit.synthetic(source)) {
      block.fault("verified", "a SYNTHETIC table is verified by nobody", "verified: false");
    }
  }

  private Map<Zone, Map<Urgency, Promise>> promises() {
    block.only(zones.keySet(), ZONES);
    Map<Zone, Map<Urgency, Promise>> all = new EnumMap<>(Zone.class);
    zones.forEach(
        (zone, given) -> {
          Map<Urgency, Promise> promised = promised(given);
          if (ZONES.contains(zone.text())) {
            all.put(Zone.valueOf(zone.text()), promised);
          }
        });
    return all;
  }

  private Map<Urgency, Promise> promised(Map<Scalar, TransitCell> given) {
    block.only(given.keySet(), URGENCIES);
    Map<Urgency, Promise> all = new EnumMap<>(Urgency.class);
    given.forEach(
        (urgency, written) -> {
          Promise promise = written.promise();
          if (promise != null && URGENCIES.contains(urgency.text())) {
            all.put(Urgency.valueOf(urgency.text()), promise);
          }
        });
    return all;
  }
}
