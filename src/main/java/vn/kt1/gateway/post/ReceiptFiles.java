package vn.kt1.gateway.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.ItemCode;
import vn.kt1.gateway.shipment.PostAnswer;
import vn.kt1.gateway.shipment.PostAnswer.Result;
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
    public @Nullable PostAnswer read(PostRow row) {
      return answer(row);
    }
  }

  private static Optional<RowReader<PostAnswer>> header(Map<String, Integer> columns) {
    return columns.containsKey("order_id") && columns.containsKey("result")
        ? Optional.of(new Answers(columns))
        : Optional.empty();
  }

  private static @Nullable PostAnswer answer(PostRow row) {
    String order = row.required(ORDER);
    Result result = row.required(RESULT, ReceiptFiles::result);
    boolean accepted = result == Result.ACCEPTED;
    List<String> item = List.of("item_code");
    List<String> at = List.of("accepted_at");
    PostTime times = PostTime.STANDARD;
    ItemCode code =
        accepted ? row.required(item, Cells::itemCode) : row.optional(item, Cells::itemCode);
    var when = accepted ? row.required(at, times::of) : row.optional(at, times::of);
    String shipment = row.text(List.of("shipment_id"));
    String office = row.text(List.of("post_office"));
    Integer weight = row.optional(List.of("weight_g"), Cells::grams);
    String reason = row.text(List.of("reason"));
    return row.bad()
        ? null
        : new PostAnswer(
            row.number(),
            Objects.requireNonNull(order),
            shipment,
            Objects.requireNonNull(result),
            code,
            when,
            office,
            weight,
            reason);
  }

  private static Result result(String written) {
    try {
      return Result.valueOf(written.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new BadCell(Code.BAD_VALUE, "result");
    }
  }
}
