package vn.kt1.gateway.post.format;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one file, whose columns are known.
 *
 * @param <T> what a row says
 */
interface RowReader<T> {

  /** Where the columns of a file are, by folded header. */
  Map<String, Integer> columns();

  /** The columns by which people find a row. */
  List<String> key();

  /** Anything where the row has told a fault. */
  @Nullable T read(PostRow row);
}
