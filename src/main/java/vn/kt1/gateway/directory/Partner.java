package vn.kt1.gateway.directory;

import java.util.Set;

/**
 * An e-office system that hands over for its units. {@code sftp}: it has a drop folder; {@code
 * checksumRequired}: a dropped file waits for its {@code .sha256}.
 */
public record Partner(
    String id, String name, Set<String> units, boolean sftp, boolean checksumRequired) {

  public Partner {
    units = Set.copyOf(units);
  }
}
