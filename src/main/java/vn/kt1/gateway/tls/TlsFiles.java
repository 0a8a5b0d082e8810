package vn.kt1.gateway.tls;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.BadConfiguration.Fault;

/**
 * {@code GATEWAY_TLS_*}: PEM files with the server's certificate and its chain, with its key, and
 * with the authorities whose client certificates are believed. Null: not set.
 */
public record TlsFiles(
    @Nullable Path certificate,
    @Nullable Path key,
    @Nullable String keyPassword,
    @Nullable Path clientCa) {

  public static final String CERTIFICATE = "GATEWAY_TLS_CERTIFICATE";
  public static final String KEY = "GATEWAY_TLS_KEY";
  public static final String KEY_PASSWORD = "GATEWAY_TLS_KEY_PASSWORD";
  public static final String CLIENT_CA = "GATEWAY_TLS_CLIENT_CA";

  private static final String BUNDLE = "spring.ssl.bundle.pem.gateway.";

  /** With forward secrecy and authenticated, in the order of TLS 1.3 and then 1.2. */
  static final List<String> CIPHERS =
      List.of(
          "TLS_AES_256_GCM_SHA384",
          "TLS_AES_128_GCM_SHA256",
          "TLS_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

  /** From an environment; what is blank counts as not set. */
  public static TlsFiles of(UnaryOperator<@Nullable String> environment) {
    String password = environment.apply(KEY_PASSWORD);
    return new TlsFiles(
        path(environment.apply(CERTIFICATE)),
        path(environment.apply(KEY)),
        password == null || password.isEmpty() ? null : password,
        path(environment.apply(CLIENT_CA)));
  }

  private static @Nullable Path path(@Nullable String text) {
    return text == null || text.isBlank() ? null : Path.of(text.strip()).toAbsolutePath();
  }

  /** Whether the gateway speaks TLS. */
  public boolean on() {
    return certificate != null && key != null;
  }

  /** Whether a client is asked for a certificate. */
  public boolean asksClients() {
    return on() && clientCa != null;
  }

  /** One without the other, or authorities without either. */
  List<Fault> halves() {
    List<Fault> faults = new ArrayList<>();
    boolean wanted = certificate != null || key != null || clientCa != null;
    if (wanted && certificate == null) {
      faults.add(
          new Fault(CERTIFICATE, 0, "not set", "the PEM file with the server's certificate"));
    }
    if (wanted && key == null) {
      faults.add(new Fault(KEY, 0, "not set", "the PEM file with the certificate's private key"));
    }
    return faults;
  }

  /**
   * What Boot makes TLS of, on both ports; a client is asked for a certificate on the API only, and
   * let in without one too: people come with passwords.
   */
  Map<String, Object> properties() {
    if (certificate == null || key == null) {
      return Map.of();
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put(BUNDLE + "reload-on-update", true);
    all.put(BUNDLE + "keystore.certificate", certificate.toUri().toString());
    all.put(BUNDLE + "keystore.private-key", key.toUri().toString());
    all.put(BUNDLE + "keystore.verify-keys", true);
    if (keyPassword != null) {
      all.put(BUNDLE + "keystore.private-key-password", keyPassword);
    }
    if (clientCa != null) {
      all.put(BUNDLE + "truststore.certificate", clientCa.toUri().toString());
    }
    all.put(BUNDLE + "options.enabled-protocols", "TLSv1.3,TLSv1.2");
    all.put(BUNDLE + "options.ciphers", String.join(",", CIPHERS));
    all.put("server.ssl.bundle", "gateway");
    all.put("server.ssl.client-auth", clientCa == null ? "none" : "want");
    all.put("management.server.ssl.bundle", "gateway");
    all.put("management.server.ssl.client-auth", "none");
    return all;
  }

  /** SECURITY: a record would print the password. */
  @Override
  public String toString() {
    return "TlsFiles[" + certificate + ", " + key + ", " + clientCa + "]";
  }
}
