package vn.kt1.gateway.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report needs as a letter (NĐ 30/2020/NĐ-CP, Phụ lục I). What is null stays a dotted line,
 * for a pen.
 *
 * @param parent the body above the one that issues it
 * @param series stands behind the number: {@code BC-SKHCN}
 * @param place where it is signed
 * @param to Kính gửi
 * @param authority such as {@code KT. GIÁM ĐỐC}
 * @param title of who signs
 * @param copies Nơi nhận
 */
public record ReportLetter(
    @Nullable String parent,
    @Nullable String issuer,
    @Nullable String series,
    @Nullable String place,
    List<String> to,
    @Nullable String authority,
    @Nullable String title,
    List<String> copies) {

  public static final ReportLetter BLANK =
      new ReportLetter(null, null, null, null, List.of(), null, null, List.of());

  public ReportLetter {
    to = List.copyOf(to);
    copies = List.copyOf(copies);
  }
}
