package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finds what the loader before it finds, in the same order. */
class PackedLibrariesTest {

  private static final String KIND = "META-INF/services/a.Kind";
  private static final String CLASS = PackedLibrariesTest.class.getName();

  @TempDir Path folder;
  private URLClassLoader plain;
  private PackedLibraries packed;

  @BeforeEach
  void pack() throws Exception {
    byte[] code;
    try (InputStream in = getClass().getResourceAsStream("PackedLibrariesTest.class")) {
      code = in.readAllBytes();
    }
    URL first = jar("first.jar", "1", Map.of(KIND, new byte[1], "deep/down/file.txt", new byte[1]));
    URL second =
        jar("second.jar", "2", Map.of(KIND, new byte[2], CLASS.replace('.', '/') + ".class", code));
    plain = new URLClassLoader(new URL[] {first, second}, ClassLoader.getPlatformClassLoader());
    packed = new PackedLibraries(plain);
  }

  @Test
  void loads_a_class_with_its_package_and_its_source() throws Exception {
    Class<?> found = packed.loadClass(CLASS);
    assertThat(found.getClassLoader()).isSameAs(packed);
    assertThat(found.getPackage().getImplementationVersion()).isEqualTo("2");
    assertThat(found.getProtectionDomain().getCodeSource().getLocation().toString())
        .endsWith("second.jar!/");
    assertThatThrownBy(() -> packed.loadClass("vn.kt1.gateway.Nobody"))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void finds_files_of_all_libraries_in_their_order() throws Exception {
    for (String name : List.of(KIND, "deep/down/file.txt", "deep/down/none.txt", "nowhere/x")) {
      assertThat(Collections.list(packed.getResources(name)))
          .as(name)
          .isEqualTo(Collections.list(plain.getResources(name)));
      assertThat(packed.getResource(name)).as(name).isEqualTo(plain.getResource(name));
    }
    assertThat(Collections.list(packed.getResources(KIND))).hasSize(2);
    try (InputStream in = packed.getResourceAsStream(KIND)) {
      assertThat(in.readAllBytes()).hasSize(1);
    }
  }

  private URL jar(String name, String version, Map<String, byte[]> files) throws Exception {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      for (Map.Entry<String, byte[]> each : files.entrySet()) {
        jar.putNextEntry(new ZipEntry(each.getKey()));
        jar.write(each.getValue());
        jar.closeEntry();
      }
    }
    return new URL("jar:" + file.toUri() + "!/");
  }
}
