package vn.kt1.sandbox;

import java.util.EnumSet;
import java.util.Set;

/** The oddities integrators tell of the tracking API's answers; any of them at a time. */
public enum SimulatedOddity {
  /** The key {@code "statusHistory "}. */
  KEY_WITH_BLANK,
  /** Keys begin with a capital letter. */
  UPPER_CAMEL,
  /** {@code data} is a list of one order, and no object. */
  DATA_LIST,
  /** {@code createdHour} in the place of {@code createHour}. */
  CREATED_HOUR,
  /** {@code LocateName} in the place of {@code locateName}. */
  UPPER_LOCATION,
  /** Status codes are numbers, and no texts. */
  CODE_AS_NUMBER,
  /** Status codes are texts that hold {@code 14.0}. */
  CODE_WITH_POINT,
  /** Days as {@code dd-MM-yyyy}. */
  DASHED_DAYS,
  /** Day and time in one field. */
  ONE_FIELD,
  /** Day and time in one field, ISO without a zone. */
  ISO_WITHOUT_ZONE,
  /** Names with their marks as letters of their own. */
  DECOMPOSED,
  /** Blanks around texts. */
  BLANKS,
  /** The order around the history, with people in it, masked by plus signs. */
  MASKED_PEOPLE,
  /** {@code Type} says "pending". */
  PENDING,
  /** News of money among that of movement. */
  MONEY,
  /** A code nobody has mapped. */
  UNKNOWN_CODE,
  /** A lie among the entries: no date, no code. */
  BAD_ENTRY;

  private static final Set<SimulatedOddity> NEWS = EnumSet.of(MONEY, UNKNOWN_CODE, BAD_ENTRY);

  /** Some that tell nothing more and nothing less, others at each call. */
  static Set<SimulatedOddity> mix(int call) {
    Set<SimulatedOddity> mix = EnumSet.noneOf(SimulatedOddity.class);
    for (SimulatedOddity each : EnumSet.complementOf(EnumSet.copyOf(NEWS))) {
      // Another step for each, so that every pair meets.
      if ((call + each.ordinal()) % (2 + each.ordinal() % 3) == 0) {
        mix.add(each);
      }
    }
    return mix;
  }
}
