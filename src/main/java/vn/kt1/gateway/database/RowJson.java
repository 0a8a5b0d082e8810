package vn.kt1.gateway.database;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Sha256;

/** JSON as the ledger's tables hold it: column names, times in ISO 8601. */
public final class RowJson {

  private static final ObjectMapper MAPPER =
      rows()
          .addModule(new SimpleModule().addSerializer(new ReasonJson(rows().build().writer())))
          .build();

  private static JsonMapper.Builder rows() {
    return JsonMapper.builder(
            JsonFactory.builder()
                // A digest is of the text in UTF-8, whatever letters it has.
                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                .build())
        .addModule(new JavaTimeModule())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .addMixIn(Decision.class, WithoutRuling.class);
  }

  /** Kept beside the shipment, and no part of the receipt. */
  @JsonIgnoreProperties("ruling")
  private interface WithoutRuling {}

  private RowJson() {}

  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON", e);
    }
  }

  /** The digest of what {@link #write} would give, without holding it. */
  public static String sha256(Object value) {
    return Sha256.of(out -> MAPPER.writeValue(out, value));
  }

  public static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the ledger holds JSON that is not " + type.getName(), e);
    }
  }
}
