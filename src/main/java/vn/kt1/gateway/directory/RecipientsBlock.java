package vn.kt1.gateway.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Conventions.RecipientList;
import vn.kt1.gateway.directory.YamlBlock.Scalar;

/** {@code reading.recipients}: how several recipients stand in one place. */
final class RecipientsBlock {

  private final YamlBlock list;

  RecipientsBlock(YamlBlock list) {
    this.list = list;
  }

  @Nullable RecipientList read() {
    list.onlyKeys(List.of("separator", "codeAfter"));
    Scalar separator = list.text("separator");
    Scalar codeAfter = list.text("codeAfter");
    list.neededKeys(List.of("separator"));
    boolean apart = separator != null && partsCodes(separator);
    if (codeAfter == null) {
      return apart ? new RecipientList(separator.text(), "") : null;
    }
    if (apart && codeAfter.text().contains(separator.text())) {
      list.fault(codeAfter.line(), "codeAfter is the separator as well", "another sign");
    }
    return partsCodes(codeAfter) && apart
        ? new RecipientList(separator.text(), codeAfter.text())
        : null;
  }

  /** What stands in a code itself cannot part two of them. */
  private boolean partsCodes(Scalar sign) {
    boolean parts = sign.text().length() <= 3 && !sign.text().matches(".*[\\p{L}\\p{N}.].*");
    if (!parts) {
      list.fault(sign.line(), sign.text() + " cannot part codes", "a sign such as \",\" or \"|\"");
    }
    return parts;
  }
}
