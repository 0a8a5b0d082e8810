package vn.kt1.gateway.security;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.validation.annotation.Validated;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.startup.SelfChecking;

/**
 * {@code gateway.tracking.webhook}: from where the post may call, and how often.
 *
 * @param sources addresses and networks (CIDR); none: nobody may
 */
@Validated
@ConfigurationProperties("gateway.tracking.webhook")
record WebhookSettings(
    @NotNull @DefaultValue List<String> sources,
    @Min(2) @Max(100_000) @DefaultValue("300") int requestsPerMinute)
    implements SelfChecking {

  WebhookSettings {
    sources = List.copyOf(sources);
  }

  /** Only addresses: a DNS name may mean another machine tomorrow. */
  List<IpAddressMatcher> addresses() {
    return sources.stream().map(IpAddressMatcher::new).toList();
  }

  @Override
  public List<Fault> faults(Directory directory) {
    List<Fault> faults = new ArrayList<>();
    for (int number = 0; number < sources.size(); number++) {
      if (!readable(sources.get(number))) {
        faults.add(
            new Fault(
                "gateway.tracking.webhook.sources[" + number + "]",
                0,
                "no address",
                "an address or a network as 203.0.113.0/24, and no name"));
      }
    }
    return faults;
  }

  /**
   * An IPv4 address needs all four numbers; a shorter one means another address than it seems to.
   */
  private static boolean readable(String source) {
    if (!source.contains(":") && !source.matches("[0-9]+(\\.[0-9]+){3}(/[0-9]+)?")) {
      return false;
    }
    try {
      new IpAddressMatcher(source);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
