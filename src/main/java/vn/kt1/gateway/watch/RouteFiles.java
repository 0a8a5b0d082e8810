package vn.kt1.gateway.watch;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.PackageScanResourceResolver;
import org.apache.camel.spi.Resource;
import org.apache.camel.spi.ResourceLoader;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.scan.DefaultPackageScanResourceResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The files of one folder of routes. Camel's own way reads the whole packed jar, 85 MB, for each
 * folder.
 */
@Component
class RouteFiles extends DefaultPackageScanResourceResolver {

  RouteFiles(CamelContext camel) {
    setCamelContext(camel);
    camel.getCamelContextExtension().addContextPlugin(PackageScanResourceResolver.class, this);
  }

  /**
   * @param pattern a folder and a pattern of names, without {@code **}
   */
  @Override
  public Collection<Resource> findResources(String pattern, @Nullable Predicate<String> wanted)
      throws IOException {
    String folder = pattern.substring(0, pattern.lastIndexOf('/') + 1);
    ResourceLoader files = PluginHelper.getResourceLoader(getCamelContext());
    return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern))
        .map(file -> folder + file.getFilename())
        .filter(file -> wanted == null || wanted.test(file))
        .map(files::resolveResource)
        .toList();
  }
}
