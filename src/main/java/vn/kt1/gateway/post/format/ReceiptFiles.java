package vn.kt1.gateway.post.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.post.PostAnswer;
import vn.kt1.gateway.post.PostAnswer.Result;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.PostFile;
import vn.kt1.gateway.shipment.PostFile.RowFault;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Sha256;

/** Reads the post's receipts (CONTRACT, 4.2). */
@Component
public class ReceiptFiles {

  private static final List<String> ORDER = List.of("order_id");
  private static final List<String> RESULT = List.of("result");

  /**
   * @throws Rejected when the file as a whole cannot be read
   */
  public PostFile<PostAnswer> read(String name, byte[] bytes) {
    Gathered gathered = new Gathered();
    new PostTable<>(ReceiptFiles::header, gathered).read(bytes);
    return new PostFile<>(
        name,
        Sha256.of(bytes),
        gathered.answers.size() + gathered.faults.size(),
        gathered.answers,
        gathered.faults,
        gathered.warnings);
  }

  private static final class Gathered implements PostTable.Taker<PostAnswer> {
    private final List<PostAnswer> answers = new ArrayList<>();
    private final List<RowFault> faults = new ArrayList<>();
    private final List<RowFault> warnings = new ArrayList<>();

    @Override
    public void told(int row, PostAnswer answer) {
      answers.add(answer);
    }

    @Override
    public void fault(RowFault fault) {
      faults.add(fault);
    }

    @Override
    public void warned(RowFault warning) {
      warnings.add(warning);
    }
  }

  private record Answers(Map<String, Integer> columns) implements RowReader<PostAnswer> {
    @Override
    public List<String> key() {
      return ORDER;
    }

    @Override
    public PostAnswer read(PostRow row) {
      return answer(row);
    }
  }

  private static Optional<RowReader<PostAnswer>> header(Map<String, Integer> columns) {
    return columns.containsKey("order_id") && columns.containsKey("result")
        ? Optional.of(new Answers(columns))
        : Optional.empty();
  }

  /** Every cell is read, so that every fault is told; of a row with a fault nothing is taken. */
  private static PostAnswer answer(PostRow row) {
    String order = row.required(ORDER);
    Result result = row.required(RESULT, ReceiptFiles::result);
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
