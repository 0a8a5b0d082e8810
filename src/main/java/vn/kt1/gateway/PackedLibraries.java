package vn.kt1.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSigner;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * The classes and files of the packed jar, found by their folder. Boot's own loader asks the
 * libraries one after the other, for each of 15,000 classes and for each that nobody has packed:
 * docs/performance.md.
 */
final class PackedLibraries extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  private record Library(URL url, JarFile jar) {}

  private final Map<String, List<Library>> byFolder = new HashMap<>();

  /**
   * @param all that is packed: our own classes and the libraries, in the order in which they count
   */
  PackedLibraries(URLClassLoader all) throws IOException {
    super(all.getURLs(), all.getParent());
    for (URL url : getURLs()) {
      add(new Library(url, ((JarURLConnection) url.openConnection()).getJarFile()));
    }
  }

  private void add(Library library) {
    library.jar().stream()
        .map(entry -> folder(entry.getName()))
        .distinct()
        .forEach(folder -> add(folder, library));
  }

  /** With the folders around it, which a jar need not list. */
  private void add(String folder, Library library) {
    List<Library> there = byFolder.computeIfAbsent(folder, any -> new ArrayList<>(1));
    if (there.isEmpty() || there.get(there.size() - 1) != library) {
      there.add(library);
      if (!folder.isEmpty()) {
        add(folder(folder), library);
      }
    }
  }

  private static String folder(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('/')));
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    String file = name.replace('.', '/').concat(".class");
    Library library = holding(file).findFirst().orElse(null);
    if (library == null) {
      throw new ClassNotFoundException(name);
    }
    try (InputStream in = library.jar().getInputStream(library.jar().getEntry(file))) {
      byte[] code = in.readAllBytes();
      definePackageOf(name, library);
      CodeSource source = new CodeSource(library.url(), (CodeSigner[]) null);
      return defineClass(name, code, 0, code.length, source);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  private void definePackageOf(String type, Library library) throws IOException {
    String name = type.substring(0, Math.max(0, type.lastIndexOf('.')));
    if (getDefinedPackage(name) != null) {
      return;
    }
    try {
      if (library.jar().getManifest() == null) {
        definePackage(name, null, null, null, null, null, null, null);
      } else {
        definePackage(name, library.jar().getManifest(), library.url());
      }
    } catch (IllegalArgumentException another) {
      // Another thread was first.
    }
  }

  @Override
  public @Nullable URL findResource(String name) {
    return holding(name).map(library -> at(library, name)).findFirst().orElse(null);
  }

  @Override
  public Enumeration<URL> findResources(String name) {
    return Collections.enumeration(holding(name).map(library -> at(library, name)).toList());
  }

  private Stream<Library> holding(String name) {
    return byFolder.getOrDefault(folder(name), List.of()).stream()
        .filter(library -> entry(library, name) != null);
  }

  private static @Nullable ZipEntry entry(Library library, String name) {
    return library.jar().getEntry(name);
  }

  private static URL at(Library library, String name) {
    try {
      return new URL(library.url(), name);
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }
}
