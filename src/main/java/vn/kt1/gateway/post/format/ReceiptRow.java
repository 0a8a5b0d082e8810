package vn.kt1.gateway.post.format;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.post.PostAnswer;
import vn.kt1.gateway.post.PostAnswer.Result;
import vn.kt1.gateway.shipment.Fault.Code;

/** Makes answers to orders of the rows of a receipt file (CONTRACT, 4.2). */
final class ReceiptRow implements RowReader<PostAnswer> {

  private static final List<String> ORDER = List.of("order_id");
  private static final List<String> RESULT = List.of("result");

  @Override
  public List<List<String>> needed() {
    return List.of(ORDER, RESULT);
  }

  @Override
  public List<String> key() {
    return ORDER;
  }

  /** Every cell is read, so that every fault is told; of a row with a fault nothing is taken. */
  @Override
  public PostAnswer read(PostRow row) {
    String order = row.required(ORDER);
    Result result = row.required(RESULT, ReceiptRow::result);
    boolean accepted = result == Result.ACCEPTED;
    return new PostAnswer(
        row.number(),
        Objects.requireNonNullElse(order, ""),
        row.text(List.of("shipment_id")),
        Objects.requireNonNullElse(result, Result.REFUSED),
        cell(row, "item_code", accepted, Cells::itemCode),
        cell(row, "accepted_at", accepted, PostTime.STANDARD::of),
        row.text(List.of("post_office")),
        row.optional(List.of("weight_g"), Cells::grams),
        row.text(List.of("reason")));
  }

  private static <T> @Nullable T cell(
      PostRow row, String column, boolean needed, Function<String, T> reading) {
    List<String> names = List.of(column);
    return needed ? row.required(names, reading) : row.optional(names, reading);
  }

  private static Result result(String written) {
    try {
      return Result.valueOf(written.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new BadCell(Code.BAD_VALUE, "result");
    }
  }
}
