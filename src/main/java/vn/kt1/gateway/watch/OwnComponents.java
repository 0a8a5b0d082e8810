package vn.kt1.gateway.watch;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.health.AdditionalHealthEndpointPath;
import org.springframework.boot.actuate.health.HealthEndpointGroup;
import org.springframework.boot.actuate.health.HealthEndpointGroups;
import org.springframework.boot.actuate.health.HealthEndpointGroupsPostProcessor;
import org.springframework.boot.actuate.health.HttpCodeStatusMapper;
import org.springframework.boot.actuate.health.StatusAggregator;
import org.springframework.stereotype.Component;

/**
 * Shows Boot's liveness and readiness in their groups only, because health itself shows the
 * components of the contract.
 */
@Component
class OwnComponents implements HealthEndpointGroupsPostProcessor {

  @Override
  public HealthEndpointGroups postProcessHealthEndpointGroups(HealthEndpointGroups groups) {
    HealthEndpointGroup primary = new Own(groups.getPrimary());
    return new HealthEndpointGroups() {
      @Override
      public HealthEndpointGroup getPrimary() {
        return primary;
      }

      @Override
      public Set<String> getNames() {
        return groups.getNames();
      }

      @Override
      public @Nullable HealthEndpointGroup get(String name) {
        return groups.get(name);
      }
    };
  }

  private record Own(HealthEndpointGroup all) implements HealthEndpointGroup {
    private static final Set<String> STATES = Set.of("livenessState", "readinessState");

    @Override
    public boolean isMember(String name) {
      return !STATES.contains(name) && all.isMember(name);
    }

    @Override
    public boolean showComponents(SecurityContext context) {
      return all.showComponents(context);
    }

    @Override
    public boolean showDetails(SecurityContext context) {
      return all.showDetails(context);
    }

    @Override
    public StatusAggregator getStatusAggregator() {
      return all.getStatusAggregator();
    }

    @Override
    public HttpCodeStatusMapper getHttpCodeStatusMapper() {
      return all.getHttpCodeStatusMapper();
    }

    @Override
    public @Nullable AdditionalHealthEndpointPath getAdditionalPath() {
      return all.getAdditionalPath();
    }
  }
}
