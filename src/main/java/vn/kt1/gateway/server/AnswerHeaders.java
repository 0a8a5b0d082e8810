package vn.kt1.gateway.server;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/**
 * The security headers of every answer on both ports, errors included. No answer is a page, so a
 * browser may not load, frame, guess or keep anything of it. The pages of the console load their
 * own style sheet and nothing inline.
 */
public final class AnswerHeaders {

  /** One year, in seconds. It covers subdomains, since the gateway has a host name of its own. */
  private static final long HSTS_SECONDS = 31_536_000;

  private static final String POLICY = "Content-Security-Policy";

  private static final Map<String, String> ALWAYS = always();

  private AnswerHeaders() {}

  private static Map<String, String> always() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(
        POLICY, "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    all.put("X-Content-Type-Options", "nosniff");
    all.put("X-Frame-Options", "DENY");
    all.put("Referrer-Policy", "no-referrer");
    all.put("Cross-Origin-Resource-Policy", "same-origin");
    all.put("Cross-Origin-Opener-Policy", "same-origin");
    all.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    // SECURITY: neither a browser nor a proxy may keep names and addresses in its cache.
    all.put("Cache-Control", "no-store");
    return Collections.unmodifiableMap(all);
  }

  /** Writes the headers where no filter chain does; {@code secure} is true over TLS. */
  public static void write(boolean secure, BiConsumer<String, String> to) {
    ALWAYS.forEach(to);
    if (secure) {
      to.accept("Strict-Transport-Security", "max-age=" + HSTS_SECONDS + " ; includeSubDomains");
    }
  }

  /** Replaces the headers of Spring, which have no content policy. HSTS is sent over TLS only. */
  public static Customizer<HeadersConfigurer<HttpSecurity>> strict() {
    return with(ALWAYS.get(POLICY));
  }

  /** As {@link #strict()}, for pages with a policy of their own. */
  public static Customizer<HeadersConfigurer<HttpSecurity>> with(String policy) {
    return headers -> {
      headers
          .defaultsDisabled()
          .frameOptions(FrameOptionsConfig::disable)
          .httpStrictTransportSecurity(
              hsts -> hsts.includeSubDomains(true).maxAgeInSeconds(HSTS_SECONDS));
      ALWAYS.forEach(
          (name, value) ->
              headers.addHeaderWriter(
                  new StaticHeadersWriter(name, name.equals(POLICY) ? policy : value)));
    };
  }
}
