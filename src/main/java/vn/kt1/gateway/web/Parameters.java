package vn.kt1.gateway.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/**
 * Query parameters, read strictly, because a misspelt filter would show too much and nobody would
 * notice.
 */
public final class Parameters {

  private static final String OWN_ID = "[A-Za-z0-9._-]{1,64}";
  private static final int DEFAULT_LIMIT = 50;
  private static final int MOST = 200;
  public static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  private final Map<String, String> given;
  private final List<Fault> faults = new ArrayList<>();

  private Parameters(Map<String, String> given) {
    this.given = new HashMap<>(given);
  }

  public static Parameters of(Call call) {
    return new Parameters(call.parameters());
  }

  /** A time, or the default when absent. */
  public Instant time(String name, Instant otherwise) {
    return Optional.ofNullable(read(name, Parameters::time)).orElse(otherwise);
  }

  /** A text of that form, or null. */
  public @Nullable String named(String name, String form) {
    return read(
        name,
        text -> {
          if (!text.matches(form)) {
            throw new IllegalArgumentException("another form");
          }
          return text;
        });
  }

  public int limit() {
    Integer limit = read("limit", Integer::valueOf);
    if (limit != null && (limit < 1 || limit > MOST)) {
      faults.add(Fault.of(Code.BAD_PARAMETER, "/limit", "limit", String.valueOf(MOST)));
    }
    return limit == null ? DEFAULT_LIMIT : limit;
  }

  /** Whether it was given with this value; any other value is a fault. */
  public boolean only(String name, String value) {
    String found = given.remove(name);
    if (found != null && !found.equals(value)) {
      faults.add(Fault.of(Code.BAD_PARAMETER, "/" + name));
    }
    return found != null;
  }

  /** Whether it is {@code true}; false when it is not given, a fault when it is anything else. */
  boolean yes(String name) {
    String found = given.remove(name);
    if (found != null && !found.equals("true") && !found.equals("false")) {
      faults.add(Fault.of(Code.BAD_PARAMETER, "/" + name, "yes-no"));
    }
    return "true".equals(found);
  }

  /** The year in the path; a fault when the gateway can have no figures of it. */
  public int year(String written) {
    if (written.matches("20[0-9]{2}")) {
      return Integer.parseInt(written);
    }
    faults.add(Fault.of(Code.BAD_PARAMETER, "/year", "year"));
    return 0;
  }

  /** The province asked for; when absent, the caller's own. */
  public String province(@Nullable String own) {
    String named = given.remove("province");
    if (named == null && own == null) {
      faults.add(Fault.of(Code.BAD_PARAMETER, "/province", "province"));
    }
    return named != null ? named : Optional.ofNullable(own).orElse("");
  }

  /** Throws every fault found. A parameter that nobody has read is a fault too. */
  public void end() {
    if (!given.isEmpty()) {
      faults.add(Fault.of(Code.BAD_PARAMETER, "", "unknown"));
    }
    if (!faults.isEmpty()) {
      throw new Rejected(faults);
    }
  }

  /**
   * What the reader makes of a value; null when absent. A value that the reader refuses is a fault.
   */
  public <T> @Nullable T read(String name, Function<String, T> reader) {
    String value = given.remove(name);
    if (value == null) {
      return null;
    }
    try {
      if (value.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("a control character");
      }
      return reader.apply(value);
    } catch (IllegalArgumentException | DateTimeException e) {
      faults.add(Fault.of(Code.BAD_PARAMETER, "/" + name));
      return null;
    }
  }

  public static Instant time(String text) {
    // An unescaped plus sign arrives as a blank.
    return datable(OffsetDateTime.parse(text.replace(' ', '+')).toInstant());
  }

  /**
   * Only times the database can hold. A year beyond has no hand-offs, and would fail there as a
   * fault of ours.
   */
  public static Instant datable(Instant time) {
    if (time.isBefore(Instant.EPOCH) || !time.isBefore(LAST)) {
      throw new DateTimeException("beyond all sense");
    }
    return time;
  }
}
