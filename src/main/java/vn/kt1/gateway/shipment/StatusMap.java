package vn.kt1.gateway.shipment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the codes of the post mean, by code system: {@code 4} alone means three things. Read from
 * {@code shipment/status-codes.csv}; an unmapped code is kept and shown, never guessed.
 */
public final class StatusMap {

  /** A code system and a raw code in it. */
  public record Code(String source, String rawCode) {}

  /** The name of a code's meaning, and the state it leads to, if any (money leads nowhere). */
  public record Meaning(String name, @Nullable ShipmentState state) {}

  /** What a code may look like; times and names are none. */
  public static final String CODE = "[A-Z0-9_-]{1,20}";

  /** The code systems of the post that the gateway maps itself. */
  public static final Set<String> POST = Set.of("myvnp", "upu", "ems");

  private static final Pattern LETTERS = Pattern.compile("[A-Z]{3}");

  private static final Set<String> STATES =
      Arrays.stream(ShipmentState.values()).map(Enum::name).collect(Collectors.toSet());
  private static final Map<Code, Meaning> CODES = read();
  private static final Map<String, Meaning> POSTAL = postal();

  private StatusMap() {}

  /** The system of a code MyVNPost tells: the three letters among its numbers are the UPU's. */
  public static String systemAtMyVnPost(String rawCode) {
    return rawCode.length() == 3 && LETTERS.matcher(rawCode).matches() ? "upu" : "myvnp";
  }

  public static Optional<Meaning> meaning(String source, String rawCode) {
    return Optional.ofNullable(CODES.get(new Code(source, rawCode)));
  }

  public static Map<Code, Meaning> codes() {
    return CODES;
  }

  /** The code systems whose codes are known here. */
  public static Set<String> sources() {
    return CODES.keySet().stream().map(Code::source).collect(Collectors.toUnmodifiableSet());
  }

  /** The meaning of that name, if a code of the post may have it. */
  public static Optional<Meaning> named(String name) {
    return Optional.ofNullable(POSTAL.get(name));
  }

  public static Set<String> names() {
    return POSTAL.keySet();
  }

  /** Not the gateway's own steps, nor the post's answers to orders. */
  private static Map<String, Meaning> postal() {
    Map<String, Meaning> named = new TreeMap<>();
    CODES.forEach(
        (code, meaning) -> {
          if (POST.contains(code.source())) {
            named.put(meaning.name(), meaning);
          }
        });
    named.put("LOST", new Meaning("LOST", ShipmentState.LOST));
    named.put("NOT_FOUND", new Meaning("NOT_FOUND", null));
    return Collections.unmodifiableMap(named);
  }

  private static @Nullable ShipmentState state(String meaning) {
    if (meaning.equals("RETURN_PENDING")) {
      return ShipmentState.DELIVERY_FAILED;
    }
    return STATES.contains(meaning) ? ShipmentState.valueOf(meaning) : null;
  }

  private static Map<Code, Meaning> read() {
    Map<Code, Meaning> codes = new LinkedHashMap<>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    StatusMap.class.getResourceAsStream("/shipment/status-codes.csv")),
                StandardCharsets.UTF_8))) {
      lines
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .forEach(row -> codes.put(new Code(row[0], row[1]), new Meaning(row[2], state(row[2]))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(codes);
  }
}
