package vn.kt1.gateway.post.format;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.ItemCode;
import vn.kt1.gateway.shipment.MonthRow;

/** Reads rows of the post's own list of a month. */
final class MonthLine implements RowReader<MonthRow> {

  private static final List<String> ITEM = List.of("item_code");
  private static final List<String> ACCEPTED = List.of("accepted_at");

  @Override
  public List<List<String>> needed() {
    return List.of(ITEM, ACCEPTED);
  }

  @Override
  public List<String> key() {
    return ITEM;
  }

  @Override
  public @Nullable MonthRow read(PostRow row) {
    ItemCode item = row.required(ITEM, Cells::itemCode);
    MonthRow read =
        new MonthRow(
            row.number(),
            Objects.requireNonNullElse(item, new ItemCode("", "", false)),
            row.text(List.of("shipment_id")),
            row.required(ACCEPTED, PostTime.STANDARD::of),
            row.optional(List.of("delivered_at"), PostTime.STANDARD::of),
            row.optional(List.of("weight_g"), Cells::grams));
    return row.bad() ? null : read;
  }
}
