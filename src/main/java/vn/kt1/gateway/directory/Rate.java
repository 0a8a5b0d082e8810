package vn.kt1.gateway.directory;

import vn.kt1.gateway.directory.file.Key;

/**
 * How many calls of the API somebody may make: {@code requestsPerSecond} in the long run, {@code
 * burst} at once after a rest.
 */
public record Rate(@Key(needed = true) int requestsPerSecond, @Key(needed = true) int burst) {

  private static final int MOST = 10_000;

  public Rate {
    if (requestsPerSecond < 1 || requestsPerSecond > MOST || burst < 1 || burst > MOST) {
      throw new IllegalArgumentException("requestsPerSecond and burst are 1 to 10000");
    }
  }
}
