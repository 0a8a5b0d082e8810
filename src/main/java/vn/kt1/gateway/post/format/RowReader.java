package vn.kt1.gateway.post.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one kind of file. A column is a list of the headers it may have.
 *
 * @param <T> what a row says
 */
interface RowReader<T> {

  /** The columns without which a file is of another kind. */
  List<List<String>> needed();

  /** The column by which people find a row. */
  List<String> key();

  /** Anything where the row has told a fault. */
  @Nullable T read(PostRow row);
}
