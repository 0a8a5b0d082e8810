package vn.kt1.gateway.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.startup.SelfChecking;
import vn.kt1.gateway.startup.ThisMachine;

/**
 * {@code gateway.access}: when wrong passwords lock a login, how many of them one address may send,
 * how long a correct password is remembered, how long a token is valid, and which identity provider
 * is trusted.
 */
@Validated
@ConfigurationProperties("gateway.access")
public record AccessSettings(
    @Valid @NotNull @DefaultValue LockOut lockOut,
    @Valid @NotNull @DefaultValue Guesses guesses,
    @NotNull @DurationMax(minutes = 15) @DefaultValue("5m") Duration remembered,
    @NotNull
        @DurationMin(days = 1)
        @DurationMax(days = PartnerTokens.MOST_DAYS)
        @DefaultValue("365d")
        Duration tokenValid,
    @Valid @NotNull @DefaultValue Oidc oidc)
    implements SelfChecking {

  @Override
  public List<Fault> faults(Directory directory) {
    return oidc.configured() ? oidc.faults() : List.of();
  }

  /** So many wrong passwords {@code within} that time lock a login for as long as {@code lasts}. */
  public record LockOut(
      @Min(3) @DefaultValue("5") int failures,
      @NotNull @DurationMin(minutes = 1) @DefaultValue("15m") Duration within,
      @NotNull @DurationMin(minutes = 1) @DefaultValue("15m") Duration lasts) {}

  /**
   * How many wrong passwords and tokens one address may send: at once, and per second on average.
   */
  public record Guesses(
      @Min(5) @DefaultValue("50") int burst, @Min(1) @DefaultValue("1") int perSecond) {}

  /**
   * The identity provider whose tokens are accepted; a blank issuer means none. It tells who
   * somebody is, never what they may do.
   *
   * @param audience the name it knows this gateway by
   * @param nameClaim the claim that holds a person's login
   */
  public record Oidc(
      @NotNull @DefaultValue("") String issuer,
      @NotNull @DefaultValue("") String audience,
      @NotNull @DefaultValue("sub") String nameClaim) {
    public boolean configured() {
      return !issuer.isBlank();
    }

    /** SECURITY: without TLS, anybody on the line to the provider could vouch for any person. */
    List<Fault> faults() {
      List<Fault> faults = new ArrayList<>();
      if (!safe()) {
        String wrong = "is no https address";
        faults.add(new Fault("gateway.access.oidc.issuer", 0, wrong, "https://… of the provider"));
      }
      if (audience.isBlank()) {
        String wrong = "is missing, so tokens for others would be believed";
        String write = "the name the provider knows this gateway by";
        faults.add(new Fault("gateway.access.oidc.audience", 0, wrong, write));
      }
      return faults;
    }

    private boolean safe() {
      try {
        URI uri = URI.create(issuer);
        boolean here = uri.getHost() != null && ThisMachine.is(uri.getHost());
        return "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && here);
      } catch (IllegalArgumentException e) {
        return false;
      }
    }
  }
}
