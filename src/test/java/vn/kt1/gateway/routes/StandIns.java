package vn.kt1.gateway.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.ConfigurationClassPostProcessor;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * A stand-in for each bean that a route names, of the real bean's class: so a method or a parameter
 * that the bean does not have fails here too.
 */
final class StandIns implements BeanDefinitionRegistryPostProcessor {

  /** As the bean of a step, or as the one that a template is given. */
  private static final Pattern NAMED = Pattern.compile("\\b(?:ref|name: bean\\s+value): (\\w+)");

  /** What fails how, and what is read how, is what these tests are about. */
  private static final Set<String> REAL = Set.of("never", "strictMapper");

  private final Recorder recorder;

  StandIns(Recorder recorder) {
    this.recorder = recorder;
  }

  @Override
  public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
    DefaultListableBeanFactory gateway = gateway();
    for (String name : named()) {
      Class<?> type = ClassUtils.getUserClass(gateway.getType(name, false));
      registry.registerBeanDefinition(name, standIn(name, type));
    }
    for (String name : REAL) {
      registry.registerBeanDefinition(
          name, new RootBeanDefinition(Object.class, () -> gateway.getBean(name)));
    }
  }

  private <T> RootBeanDefinition standIn(String name, Class<T> type) {
    return new RootBeanDefinition(type, () -> recorder.standIn(name, type));
  }

  private static Set<String> named() {
    Set<String> names = new TreeSet<>();
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver().getResources("classpath:routes/**/*.yaml");
      for (Resource file : files) {
        Matcher named = NAMED.matcher(file.getContentAsString(StandardCharsets.UTF_8));
        named.results().forEach(each -> names.add(each.group(1)));
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The beans of the gateway by name and type; none is made that nobody asks for. */
  private static DefaultListableBeanFactory gateway() {
    DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(beans);
    scanner.addExcludeFilter(new AnnotationTypeFilter(SpringBootApplication.class));
    scanner.scan("vn.kt1.gateway");
    new ConfigurationClassPostProcessor().processConfigBeanDefinitions(beans);
    return beans;
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    // All names are registered above.
  }
}
