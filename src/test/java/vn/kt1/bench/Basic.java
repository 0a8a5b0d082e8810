package vn.kt1.bench;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The header of a person who logs in with a password. */
final class Basic {

  private Basic() {}

  static String of(String user, String password) {
    byte[] login = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(login);
  }
}
