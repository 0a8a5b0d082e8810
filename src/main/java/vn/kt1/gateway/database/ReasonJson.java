package vn.kt1.gateway.database;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.kt1.gateway.shipment.Reason;

/**
 * Writes reasons. Each is two long sentences, and the same few are written several times for each
 * hand-off, so their JSON is remembered.
 */
final class ReasonJson extends StdSerializer<Reason> {

  private static final long serialVersionUID = 1L;

  private static final int MOST_REMEMBERED = 1_000;

  private final transient Map<Reason, SerializableString> known = new ConcurrentHashMap<>();
  private final transient ObjectWriter plain;

  /**
   * @param plain writes a reason field by field
   */
  ReasonJson(ObjectWriter plain) {
    super(Reason.class);
    this.plain = plain;
  }

  @Override
  public void serialize(Reason reason, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    json.writeRawValue(json(reason));
  }

  private SerializableString json(Reason reason) throws IOException {
    SerializableString remembered = known.get(reason);
    if (remembered != null) {
      return remembered;
    }
    SerializableString fresh = new SerializedString(plain.writeValueAsString(reason));
    if (known.size() >= MOST_REMEMBERED) {
      known.clear();
    }
    known.put(reason, fresh);
    return fresh;
  }
}
