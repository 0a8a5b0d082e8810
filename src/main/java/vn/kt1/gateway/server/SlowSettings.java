package vn.kt1.gateway.server;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code gateway.admin.slow}: limits against slow clients.
 *
 * @param head how long the head of a request may take
 * @param body how long its body may take
 * @param rest how long the rest of a refused body is read, so that the client can see the answer
 * @param rests on how many connections at once that is done
 * @param bodies how many bodies of one caller may be waited for at once
 * @param waiting how many bodies of all callers may be waited for at once
 * @param service how long a thread may serve one call
 * @param readRate how many bytes a second a caller must read of an answer
 */
@Validated
@ConfigurationProperties("gateway.admin.slow")
public record SlowSettings(
    @NotNull @DefaultValue("10s") Duration head,
    @NotNull @DefaultValue("20s") Duration body,
    @NotNull @DefaultValue("2s") Duration rest,
    @Min(0) @Max(1000) @DefaultValue("32") int rests,
    @Min(1) @Max(1000) @DefaultValue("64") int bodies,
    @Min(1) @Max(1000) @DefaultValue("128") int waiting,
    @NotNull @DefaultValue("60s") Duration service,
    @Min(0) @DefaultValue("4096") int readRate) {

  /** The default values, used until the configured ones are read. */
  public static SlowSettings usual() {
    return new Binder().bindOrCreate("gateway.admin.slow", SlowSettings.class);
  }
}
