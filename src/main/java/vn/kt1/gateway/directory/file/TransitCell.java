package vn.kt1.gateway.directory.file;

import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.TransitTable.Promise;
import vn.kt1.gateway.directory.TransitTable.Promise.Measure;

/** One transit time as it is written: in hours or in days. */
record TransitCell(YamlBlock block, @Nullable Scalar hours, @Nullable Scalar days) {

  @Nullable Promise promise() {
    if ((hours == null) == (days == null)) {
      block.fault(block.line(), "a transit time is in hours or in days", "hours: 24");
      return null;
    }
    return hours != null ? hours(hours) : halfDays(days);
  }

  private @Nullable Promise hours(Scalar text) {
    if (text.text().matches("[1-9][0-9]{0,2}")) {
      return new Promise(Measure.HOURS, Integer.parseInt(text.text()));
    }
    block.fault(text, "is no number of hours from 1 to 999", "hours: 24");
    return null;
  }

  private @Nullable Promise halfDays(@Nullable Scalar text) {
    String days = text == null ? "" : text.text();
    if (days.matches("(0\\.5|[1-9][0-9]?(\\.[05])?)")) {
      return new Promise(Measure.HALF_DAYS, (int) (Double.parseDouble(days) * 2));
    }
    block.fault(
        text == null ? block.line() : text.line(),
        days + " is no number of days in halves, from 0.5 to 99.5",
        "days: \"1.5\"");
    return null;
  }
}
