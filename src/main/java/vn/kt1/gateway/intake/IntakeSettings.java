package vn.kt1.gateway.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * {@code gateway.intake}: how much of one message is read. {@code envelopes} in a call and {@code
 * rows} in a file are those of the contract at most; {@code faults} is how many an answer names.
 */
@Validated
@ConfigurationProperties("gateway.intake")
public record IntakeSettings(
    @Min(1) @Max(500) @DefaultValue("500") int envelopes,
    @Min(1) @Max(100_000) @DefaultValue("100000") int rows,
    @Min(1) @Max(1_000_000) @DefaultValue("10000") int faults,
    @Valid @NotNull @DefaultValue Json json,
    @Valid @NotNull @DefaultValue Xlsx xlsx,
    @Valid @NotNull @DefaultValue Xml xml) {

  /** How deep JSON may be nested, and how many digits a number may have. */
  public record Json(
      @Min(8) @Max(1_000) @DefaultValue("32") int depth,
      @Min(16) @Max(1_000) @DefaultValue("32") int numberLength) {}

  /**
   * Parts of a workbook's archive, how large they are unfolded, and how many bytes one folded byte
   * may unfold to.
   */
  public record Xlsx(
      @Min(10) @Max(10_000) @DefaultValue("200") int entries,
      @NotNull @DefaultValue("256MB") DataSize unfolded,
      @Min(10) @Max(10_000) @DefaultValue("200") int ratio) {

    vn.kt1.gateway.table.Xlsx.Limits limits() {
      return vn.kt1.gateway.table.Xlsx.Limits.within(entries, unfolded.toBytes(), ratio);
    }
  }

  /**
   * How deep XML may be nested, how many elements it may have, and how many attributes one element.
   */
  public record Xml(
      @Min(16) @Max(1_000) @DefaultValue("64") int depth,
      @Min(1_000) @Max(10_000_000) @DefaultValue("200000") int elements,
      @Min(8) @Max(10_000) @DefaultValue("64") int attributes) {}

  /** The default values. */
  public static IntakeSettings usual() {
    return new Binder().bindOrCreate("gateway.intake", IntakeSettings.class);
  }
}
