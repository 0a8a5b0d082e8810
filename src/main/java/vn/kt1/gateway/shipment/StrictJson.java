package vn.kt1.gateway.shipment;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * JSON of strangers, read strictly. SECURITY: no key twice, nothing behind the end, and limits to
 * depth, numbers and texts. Jackson's messages quote what it read: they end where they are caught.
 */
public final class StrictJson {

  /** The largest body of a call: a long text in one is judged by its field. */
  private static final int TEXT_LENGTH = 2 << 20;

  /** For whole bodies. */
  public static final JsonMapper MAPPER =
      JsonMapper.builder(
              factory(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(32)
                      .maxNumberLength(32)
                      .maxStringLength(TEXT_LENGTH)
                      .build()))
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private StrictJson() {}

  /** For who reads token by token, within limits of its own; it looks for the end itself. */
  public static JsonFactory factory(StreamReadConstraints limits) {
    return JsonFactory.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .streamReadConstraints(limits)
        .build();
  }
}
