package vn.kt1.gateway.server;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.RequestContextFilter;

/** The filters before all others, and one of Boot that nobody needs. */
@Configuration(proxyBeanMethods = false)
class ServerFilters {

  @Bean
  FilterRegistrationBean<CallTimes> callTimes(MeterRegistry meters) {
    FilterRegistrationBean<CallTimes> times = new FilterRegistrationBean<>(new CallTimes(meters));
    times.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    times.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
    return times;
  }

  /** It keeps each request for its thread; Spring MVC does so for its handlers by itself. */
  @Bean
  FilterRegistrationBean<RequestContextFilter> noRequestContext() {
    FilterRegistrationBean<RequestContextFilter> none =
        new FilterRegistrationBean<>(new RequestContextFilter());
    none.setEnabled(false);
    return none;
  }
}
