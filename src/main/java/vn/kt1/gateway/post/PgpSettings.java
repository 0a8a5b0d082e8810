package vn.kt1.gateway.post;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * OpenPGP for what the post gets: the post's public key and our secret one, as files. Both blank:
 * files are not encrypted.
 */
public record PgpSettings(
    @DefaultValue("") String postKeyFile,
    @DefaultValue("") String ourKeyFile,
    @DefaultValue("") String passphrase) {

  public boolean on() {
    return !postKeyFile.isBlank() || !ourKeyFile.isBlank();
  }

  /** SECURITY: without the passphrase, wherever it is printed. */
  @Override
  public String toString() {
    return "PgpSettings[" + postKeyFile + ", " + ourKeyFile + "]";
  }
}
