package vn.kt1.gateway.table;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells by its type and name what a part is that a plain table does not have. */
final class HiddenParts {

  /** The first that matches; the words are those of ECMA-376 and of Office's own types. */
  private static final Map<Hidden, List<String>> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put(Hidden.MACRO, List.of("vba", "macro", "dialogsheet", "toolbars"));
    WORDS.put(Hidden.COMMENT, List.of("comment", "vmldrawing"));
    WORDS.put(
        Hidden.EMBEDDED,
        List.of("oleobject", "activex", "controlproperties", "ctrlprop", "embeddings/"));
    WORDS.put(Hidden.PIVOT, List.of("pivot", "slicer", "timeline"));
    WORDS.put(
        Hidden.LINK, List.of("externallink", "connections", "querytable", "volatiledependencies"));
    WORDS.put(
        Hidden.PICTURE, List.of("drawing", "chart", "image/", "diagram", "media/", "thumbnail"));
  }

  private static final List<byte[]> SIGNATURES =
      List.of(
          new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0},
          new byte[] {'P', 'K', 3, 4},
          new byte[] {'%', 'P', 'D', 'F'},
          new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
          new byte[] {(byte) 0x89, 'P', 'N', 'G'},
          new byte[] {'{', '\\', 'r', 't'});

  private HiddenParts() {}

  static Hidden kind(String type, String name) {
    String both = type + " " + name;
    return WORDS.entrySet().stream()
        .filter(kind -> kind.getValue().stream().anyMatch(both::contains))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(Hidden.PART);
  }

  /** Whether the bytes begin as an office document, an archive, a PDF or a picture does. */
  static boolean isFile(byte[] bytes) {
    return SIGNATURES.stream()
        .anyMatch(
            signature ->
                bytes.length >= signature.length
                    && Arrays.equals(bytes, 0, signature.length, signature, 0, signature.length));
  }
}
