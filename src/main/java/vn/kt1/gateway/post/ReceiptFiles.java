package vn.kt1.gateway.post;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.post.PostTable.BadRow;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.ItemCode;
import vn.kt1.gateway.shipment.PostAnswer;
import vn.kt1.gateway.shipment.PostAnswer.Result;
import vn.kt1.gateway.shipment.PostFile;
import vn.kt1.gateway.shipment.Rejected;

/** Reads the post's receipts (CONTRACT, 4.2). */
@Component
public class ReceiptFiles {

  private static final Pattern WRITTEN = Pattern.compile("[A-Z0-9]{4,40}");
  private static final List<String> NEEDED = List.of("order_id", "result");

  /**
   * @throws Rejected when the file as a whole cannot be read
   */
  public PostFile<PostAnswer> read(String name, byte[] bytes) {
    return PostTable.read(name, bytes, NEEDED, ReceiptFiles::answer);
  }

  private static PostAnswer answer(PostRow row) {
    Result result = result(row.required("result"));
    boolean accepted = result == Result.ACCEPTED;
    String item = accepted ? row.required("item_code") : row.text("item_code");
    Instant at = accepted ? row.requiredTime("accepted_at") : row.time("accepted_at");
    return new PostAnswer(
        row.number(),
        row.required("order_id"),
        row.text("shipment_id"),
        result,
        itemCode(item),
        at,
        row.text("post_office"),
        row.grams("weight_g"),
        row.text("reason"));
  }

  static @Nullable ItemCode itemCode(@Nullable String written) {
    if (written == null) {
      return null;
    }
    ItemCode code = ItemCode.of(written);
    if (!WRITTEN.matcher(code.normalised()).matches()) {
      throw new BadRow(Code.BAD_VALUE, "item-code");
    }
    return code;
  }

  private static Result result(String written) {
    try {
      return Result.valueOf(written.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new BadRow(Code.BAD_VALUE, "result");
    }
  }
}
