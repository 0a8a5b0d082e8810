package vn.kt1.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Classes for a command that needs few of the packed libraries. Asked for a class that nobody has
 * packed, and libraries ask for several, Boot's own loader looks through all two hundred, which
 * takes longer than the command itself: docs/performance.md.
 */
final class FewLibraries extends ClassLoader {

  /** How the name of a library begins, and where its classes stand. */
  record Needed(String name, String folder) {}

  static final List<Needed> NEEDED =
      List.of(
          new Needed("picocli-", "picocli/"),
          new Needed("spring-core-", "org/springframework/"),
          new Needed("spring-boot-3", "org/springframework/boot/"),
          new Needed("spring-beans-", "org/springframework/beans/"),
          new Needed("spring-context-6", "org/springframework/"),
          new Needed("spring-jcl-", "org/apache/commons/logging/"),
          new Needed("spring-security-web-", "org/springframework/security/"),
          new Needed("slf4j-api-", "org/slf4j/"),
          new Needed("snakeyaml-", "org/yaml/"),
          new Needed("jackson-annotations-", "com/fasterxml/jackson/annotation/"),
          new Needed("jackson-core-", "com/fasterxml/jackson/core/"),
          new Needed("jackson-databind-", "com/fasterxml/jackson/databind/"),
          new Needed("jakarta.validation-api-", "jakarta/validation/"),
          new Needed("hibernate-validator-", "org/hibernate/"),
          new Needed("commons-csv-", "org/apache/commons/csv/"),
          new Needed("commons-io-", "org/apache/commons/io/"),
          new Needed("commons-codec-", "org/apache/commons/codec/"),
          new Needed("commons-compress-", "org/apache/commons/compress/"),
          new Needed("commons-lang3-", "org/apache/commons/lang3/"),
          new Needed("poi-5", "org/apache/poi/"),
          new Needed("jsch-", "com/jcraft/"),
          new Needed("bcprov-", "org/bouncycastle/"),
          new Needed("bcutil-", "org/bouncycastle/"),
          new Needed("bcpkix-", "org/bouncycastle/"),
          new Needed("bcpg-", "org/bouncycastle/"));

  private final List<Library> libraries = new ArrayList<>();

  /**
   * @param all that is packed: our own classes and the libraries
   */
  FewLibraries(URLClassLoader all) {
    super(all.getParent());
    List<URL> packed = List.of(all.getURLs());
    packed.stream()
        .filter(url -> url.getPath().endsWith("!BOOT-INF/classes/!/"))
        .forEach(url -> libraries.add(new Library(url, "")));
    for (Needed needed : NEEDED) {
      packed.stream()
          .filter(url -> url.getPath().contains("!BOOT-INF/lib/" + needed.name()))
          .forEach(url -> libraries.add(new Library(url, needed.folder())));
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    String file = name.replace('.', '/') + ".class";
    byte[] code =
        holding(file).findFirst().orElseThrow(() -> new ClassNotFoundException(name)).read(file);
    return defineClass(name, code, 0, code.length);
  }

  @Override
  protected @Nullable URL findResource(String name) {
    return holding(name).map(library -> library.at(name)).findFirst().orElse(null);
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    return Collections.enumeration(holding(name).map(library -> library.at(name)).toList());
  }

  private Stream<Library> holding(String file) {
    return libraries.stream().filter(library -> library.holds(file));
  }

  /** One of them, opened when something may stand in it. */
  private static final class Library {
    private final URL url;
    private final String folder;
    private @Nullable JarFile jar;

    Library(URL url, String folder) {
      this.url = url;
      this.folder = folder;
    }

    boolean holds(String file) {
      return file.startsWith(folder) && jar().getJarEntry(file) != null;
    }

    byte[] read(String file) {
      try (InputStream in = jar().getInputStream(jar().getJarEntry(file))) {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    URL at(String file) {
      try {
        return new URL(url, file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private JarFile jar() {
      try {
        if (jar == null) {
          jar = ((JarURLConnection) url.openConnection()).getJarFile();
        }
        return jar;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
