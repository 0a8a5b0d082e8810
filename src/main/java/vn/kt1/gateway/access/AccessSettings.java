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
 * {@code gateway.access}: when guesses lock a login out, how many one address may make, how long a
 * password that was right is remembered, how long a token is valid, and whom else we believe.
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

  /**
   * So many wrong passwords {@code within} that time shut a login for as long as it {@code lasts}.
   */
  public record LockOut(
      @Min(3) @DefaultValue("5") int failures,
      @NotNull @DurationMin(minutes = 1) @DefaultValue("15m") Duration within,
      @NotNull @DurationMin(minutes = 1) @DefaultValue("15m") Duration lasts) {}

  /** Wrong passwords and tokens from one address: so many at once, and a second in the long run. */
  public record Guesses(
      @Min(5) @DefaultValue("50") int burst, @Min(1) @DefaultValue("1") int perSecond) {}

  /**
   * The identity provider whose tokens are believed; a blank issuer means none. Its word says who
   * somebody is, never what they may.
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

    /** SECURITY: whoever sits between us and the provider could vouch for anybody. */
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
