package vn.kt1.gateway.directory.file;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.directory.Contract;
import vn.kt1.gateway.directory.MailAddress;
import vn.kt1.gateway.directory.PlainText;
import vn.kt1.gateway.directory.Unit;

/**
 * {@code contracts/*.csv}: what units have agreed with the post. Rows of one unit do not overlap.
 */
public final class ContractLists {

  public static final String HEADER =
      "unit,valid_from,valid_to,payer,contract,after_hours,mail,notices,source,verified";

  private record Row(Path file, int line, Contract contract) {}

  private final UnitLists units;
  private final List<Fault> faults;
  private final List<Row> rows = new ArrayList<>();

  public ContractLists(List<Path> files, UnitLists units, List<Fault> faults) {
    this.units = units;
    this.faults = faults;
    for (Path file : files) {
      new CsvList<>(
              file,
              HEADER,
              "a list of contracts",
              (row, line) -> new Cells(row, file, line).read(),
              faults)
          .read();
    }
    overlaps();
  }

  public List<Contract> contracts() {
    return rows.stream().map(Row::contract).toList();
  }

  private void overlaps() {
    Map<String, Row> last = new HashMap<>();
    rows.stream()
        .sorted(Comparator.comparing(row -> row.contract().validFrom()))
        .forEach(
            row -> {
              Row before = last.put(row.contract().unit(), row);
              if (before != null && before.contract().inForceOn(row.contract().validFrom())) {
                faults.add(
                    new Fault(
                        row.file().toString(),
                        row.line(),
                        row.contract().unit() + " has a row for these days already",
                        "valid_to of the earlier row before valid_from of the later"));
              }
            });
  }

  /** One row. */
  private final class Cells {
    private final CSVRecord row;
    private final Path file;
    private final int line;

    Cells(CSVRecord row, Path file, int line) {
      this.row = row;
      this.file = file;
      this.line = line;
    }

    boolean read() {
      int before = faults.size();
      String unit = text("unit");
      if (!units.mayKnow(unit)) {
        fault("the unit is in no list of units", "a code of units/*.csv");
      }
      LocalDate from = day("valid_from");
      LocalDate to = text("valid_to").isEmpty() ? null : day("valid_to");
      if (from != null && to != null && to.isBefore(from)) {
        fault("valid_to is before valid_from", "the last day of the contract");
      }
      Contract.@Nullable Payer payer = payer();
      String mail = mail();
      Set<Contract.Told> notices = notices();
      String source = text("source");
      if (source.isEmpty()) {
        fault("source is blank", "where the row was read");
      }
      boolean verified = verified(source);
      for (String column : List.of("contract", "after_hours", "source")) {
        PlainText.check(column, text(column), this::fault);
      }
      if (faults.size() == before && from != null && payer != null) {
        rows.add(
            new Row(
                file,
                line,
                new Contract(
                    unit,
                    from,
                    to,
                    payer,
                    blank("contract"),
                    blank("after_hours"),
                    mail,
                    notices,
                    source,
                    verified)));
      }
      return faults.size() == before;
    }

    private @Nullable LocalDate day(String column) {
      try {
        if (text(column).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
          return LocalDate.parse(text(column));
        }
      } catch (DateTimeException e) {
        // told below
      }
      fault(column + " is no date", "a date such as 2026-01-31");
      return null;
    }

    private Contract.@Nullable Payer payer() {
      for (Contract.Payer one : Contract.Payer.values()) {
        if (one.name().toLowerCase(Locale.ROOT).equals(text("payer"))) {
          return one;
        }
      }
      fault("payer cannot be read", "pays, free or unknown");
      return null;
    }

    private @Nullable String mail() {
      String written = text("mail");
      try {
        return written.isEmpty() ? null : new MailAddress(written).text();
      } catch (IllegalArgumentException e) {
        fault("mail is not a plain mail address", "a value such as name@office.example");
        return null;
      }
    }

    private Set<Contract.Told> notices() {
      Set<Contract.Told> told = EnumSet.noneOf(Contract.Told.class);
      Arrays.stream(text("notices").split(" +"))
          .filter(word -> !word.isEmpty())
          .forEach(
              word -> {
                try {
                  told.add(Contract.Told.valueOf(word.toUpperCase(Locale.ROOT)));
                } catch (IllegalArgumentException e) {
                  fault(
                      "notices cannot be read",
                      "any of accepted delivered failed returned, parted by blanks");
                }
              });
      return told;
    }

    private boolean verified(String source) {
      String written = text("verified");
      if (!written.equals("true") && !written.equals("false")) {
        fault("verified is neither true nor false", "true once somebody has checked the row");
      } else if (written.equals("true") && Unit.synthetic(source)) {
        fault("a SYNTHETIC row is verified", "the document as its source, or verified false");
      }
      return written.equals("true");
    }

    private @Nullable String blank(String column) {
      return text(column).isEmpty() ? null : text(column);
    }

    private String text(String column) {
      return PlainText.strip(row.get(column));
    }

    private void fault(String wrong, String write) {
      faults.add(new Fault(file.toString(), line, wrong, write));
    }
  }
}
