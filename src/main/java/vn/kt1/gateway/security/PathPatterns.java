package vn.kt1.gateway.security;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;

/**
 * The filter chains compare paths by themselves. By default Spring Security 6.5 looks up the
 * handler of each call for them, and Spring MVC looks it up once more.
 */
@Configuration(proxyBeanMethods = false)
class PathPatterns {

  private static final String LOOK_UP = "mvcHandlerMappingIntrospector";

  @Bean
  PathPatternRequestMatcherBuilderFactoryBean pathPatternsOfTheChains() {
    return new PathPatternRequestMatcherBuilderFactoryBean();
  }

  @Bean
  static BeanDefinitionRegistryPostProcessor noLookUpBeforeTheChains() {
    return new NoLookUp();
  }

  /** Spring Security adds its look-up where it finds this bean; so this has to run before it. */
  private static final class NoLookUp implements BeanDefinitionRegistryPostProcessor, Ordered {

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry beans) {
      if (beans.containsBeanDefinition(LOOK_UP)) {
        beans.removeBeanDefinition(LOOK_UP);
      }
    }

    @Override
    public int getOrder() {
      return LOWEST_PRECEDENCE;
    }
  }
}
