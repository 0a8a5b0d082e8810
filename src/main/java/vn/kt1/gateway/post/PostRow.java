package vn.kt1.gateway.post;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.post.PostTable.BadRow;
import vn.kt1.gateway.shipment.Fault.Code;

/** One row of a file of the post, read by column name. */
record PostRow(int number, Map<String, Integer> columns, List<String> cells) {

  @Nullable String text(String column) {
    Integer index = columns.get(column);
    return index == null || index >= cells.size() ? null : PostText.of(cells.get(index));
  }

  /** The first of the columns the file has counts, whether or not something stands in it. */
  @Nullable String text(List<String> names) {
    for (String name : names) {
      if (columns.containsKey(name)) {
        return text(name);
      }
    }
    return null;
  }

  String required(String column) {
    return required(List.of(column));
  }

  String required(List<String> names) {
    String text = text(names);
    if (text == null) {
      throw new BadRow(Code.MISSING_FIELD, "column");
    }
    return text;
  }

  @Nullable Instant time(String column) {
    String text = text(column);
    return text == null ? null : PostTime.STANDARD.of(text);
  }

  Instant requiredTime(String column) {
    return PostTime.STANDARD.of(required(column));
  }

  @Nullable Integer grams(String column) {
    String text = text(column);
    if (text == null) {
      return null;
    }
    if (!text.matches("[0-9]{1,7}")) {
      throw new BadRow(Code.BAD_VALUE, "number");
    }
    return Integer.valueOf(text);
  }
}
