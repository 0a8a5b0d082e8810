package vn.kt1.gateway.startup;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import vn.kt1.gateway.directory.BadConfiguration.Fault;

/** Tells a value that cannot be used without the value, before Boot tells it with. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class BindingFailure extends AbstractFailureAnalyzer<BindException> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, BindException cause) {
    Place place =
        cause.getProperty() == null
            ? new Place(cause.getName().toString(), 0, false)
            : Place.of(cause.getProperty());
    Class<?> type = cause.getTarget().getType().resolve(Object.class);
    Fault fault =
        new Fault(place.name(), place.line(), cause.getName() + Kind.UNREADABLE, Kind.of(type));
    return new FailureAnalysis(
        "The configuration cannot be used:\n" + fault, "Correct it and start again.", cause);
  }
}
