package vn.kt1.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import vn.kt1.gateway.access.NotLetIn.Why;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.directory.Conventions;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.testing.Database;
import vn.kt1.testing.HandClock;

/** Tokens of an identity provider on this machine. */
class JwtCheckIT {

  private static final String AUDIENCE = "kt1-gateway";
  private static final HandClock CLOCK = new HandClock("2026-11-29T09:00:00+07:00");

  private static Database database;
  private static HttpServer provider;
  private static String issuer;
  private static RSAKey key;
  private static Bearers bearers;

  @BeforeAll
  static void open() throws Exception {
    database = Database.fresh();
    key = new RSAKeyGenerator(2048).keyID("k1").algorithm(JWSAlgorithm.RS256).generate();
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer = "http://127.0.0.1:" + provider.getAddress().getPort();
    serve(
        "/.well-known/openid-configuration",
        "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(issuer, issuer));
    serve("/keys", new JWKSet(key.toPublicJWK()).toString());
    provider.start();
    bearers = bearers(issuer);
    Logins logins = new Logins(database.app(), CLOCK);
    logins.save(new Login("external", Role.OPERATOR, null, null, false), null);
    logins.save(new Login("gone", Role.OPERATOR, null, null, false), null);
    logins.end("gone");
    logins.put("local", "tám con ngựa gỗ", Role.ADMIN, null, null);
  }

  @AfterAll
  static void close() {
    provider.stop(0);
    database.close();
  }

  private static void serve(String path, String json) {
    provider.createContext(
        path,
        exchange -> {
          byte[] body = json.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private static Bearers bearers(String issuer) {
    AccessSettings settings =
        new AccessSettings(
            new AccessSettings.LockOut(5, Duration.ofMinutes(15), Duration.ofMinutes(15)),
            new AccessSettings.Guesses(1000, 100),
            Duration.ofMinutes(5),
            Duration.ofDays(365),
            new AccessSettings.Oidc(issuer, AUDIENCE, "sub"));
    Partner partner =
        new Partner(
            "hp-eoffice",
            "HP",
            Set.of(),
            false,
            false,
            null,
            null,
            Conventions.CONTRACT,
            List.of(),
            "client-7");
    Directory directory = new Directory(List.of(), List.of(), List.of(partner));
    Evidence evidence = new Evidence(database.app(), CLOCK);
    Guesses guesses = new Guesses(settings);
    PartnerTokens tokens = new PartnerTokens(database.app(), evidence, CLOCK);
    return new Bearers(
        new TokenCheck(new RecentTokens(tokens), directory, guesses, CLOCK),
        settings,
        new Logins(database.app(), CLOCK),
        directory,
        guesses,
        evidence,
        CLOCK);
  }

  @Test
  void lets_in_a_partner_by_its_subject_and_a_person_by_a_login_without_password()
      throws Exception {
    Authentication partner = let(signed(claims -> claims.subject("client-7")));
    assertThat(partner.getName()).isEqualTo("hp-eoffice");
    assertThat(partner.getAuthorities()).extracting("authority").containsExactly("ROLE_PARTNER");
    String token = signed(claims -> claims.subject("external"));
    assertThat(let(token).getPrincipal()).isInstanceOf(Login.class);
    assertThat(let(token).getAuthorities())
        .extracting("authority")
        .containsExactly("ROLE_OPERATOR");
    assertThat(
            database
                .app()
                .sql("select count(*) from evidence where act = 'login' and actor = 'external'")
                .query(Integer.class)
                .single())
        .as("one row for the token, however often it is used")
        .isEqualTo(1);
  }

  @Test
  void never_opens_a_login_that_has_a_password_here() throws Exception {
    refused(signed(claims -> claims.subject("local")), Why.JWT_NOT_BELIEVED);
    refused(signed(claims -> claims.subject("gone")), Why.LOGIN_ENDED);
    refused(signed(claims -> claims.subject("nobody")), Why.LOGIN_UNKNOWN);
  }

  @Test
  void believes_no_other_issuer_audience_time_key_or_algorithm() throws Exception {
    refused(signed(claims -> claims.issuer("http://127.0.0.1:1")), Why.JWT_NOT_BELIEVED);
    refused(signed(claims -> claims.audience("another")), Why.JWT_NOT_BELIEVED);
    refused(signed(claims -> claims.audience((String) null)), Why.JWT_NOT_BELIEVED);
    refused(signed(claims -> claims.expirationTime(at(-60))), Why.JWT_NOT_BELIEVED);
    refused(signed(claims -> claims.expirationTime(null)), Why.JWT_NOT_BELIEVED);
    refused(signed(claims -> claims.notBeforeTime(at(600))), Why.JWT_NOT_BELIEVED);
    RSAKey other = new RSAKeyGenerator(2048).keyID("k1").generate();
    refused(signed(other, claims -> claims), Why.JWT_NOT_BELIEVED);
    refused(new PlainJWT(claims().build()).serialize(), Why.JWT_NOT_BELIEVED);
    String good = signed(claims -> claims);
    refused(good.substring(0, good.length() - 4) + "AAAA", Why.JWT_NOT_BELIEVED);
    refused("a.b.c", Why.JWT_NOT_BELIEVED);
  }

  @Test
  void a_provider_that_is_away_refuses_nobody() throws Exception {
    Bearers alone = bearers("http://127.0.0.1:1");
    String token = signed(claims -> claims);
    assertThatThrownBy(() -> alone.authenticate(new BearerTokenAuthenticationToken(token)))
        .isInstanceOf(AuthenticationServiceException.class);
  }

  @Test
  void plain_http_to_another_machine_or_no_audience_is_a_fault() {
    assertThat(faults("http://login.example.vn", AUDIENCE))
        .singleElement()
        .asString()
        .contains("gateway.access.oidc.issuer");
    assertThat(faults("https://login.example.vn", " "))
        .singleElement()
        .asString()
        .contains("gateway.access.oidc.audience");
    assertThat(faults("https://login.example.vn", AUDIENCE)).isEmpty();
    assertThat(faults("not an address", "")).hasSize(2);
  }

  private static List<Fault> faults(String issuer, String audience) {
    return new AccessSettings.Oidc(issuer, audience, "sub").faults();
  }

  private static Authentication let(String token) {
    return bearers.authenticate(new BearerTokenAuthenticationToken(token));
  }

  private static void refused(String token, Why why) {
    assertThatThrownBy(() -> let(token))
        .isInstanceOfSatisfying(
            NotLetIn.class, refused -> assertThat(refused.why()).isEqualTo(why));
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .audience(AUDIENCE)
        .subject("client-7")
        .issueTime(at(-5))
        .expirationTime(at(300));
  }

  private static String signed(UnaryOperator<JWTClaimsSet.Builder> changed) throws JOSEException {
    return signed(key, changed);
  }

  private static String signed(RSAKey by, UnaryOperator<JWTClaimsSet.Builder> changed)
      throws JOSEException {
    SignedJWT jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(),
            changed.apply(claims()).build());
    jwt.sign(new RSASSASigner(by));
    return jwt.serialize();
  }

  private static Date at(long seconds) {
    Instant then = CLOCK.instant().plusSeconds(seconds);
    return Date.from(then);
  }
}
