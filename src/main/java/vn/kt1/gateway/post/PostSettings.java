package vn.kt1.gateway.post;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.startup.SelfChecking;

/** {@code gateway.post}: how what the post gets is sealed. */
@Validated
@ConfigurationProperties("gateway.post")
public record PostSettings(
    @Valid @NotNull @DefaultValue @NestedConfigurationProperty PgpSettings pgp)
    implements SelfChecking {

  @Override
  public List<Fault> faults(Directory directory, Instant now) {
    List<Fault> faults = new ArrayList<>();
    if (pgp.on()) {
      PgpKeys.read(pgp, now, faults);
    }
    return faults;
  }
}
