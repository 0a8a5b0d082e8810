package vn.kt1.gateway.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import vn.kt1.gateway.shipment.Sha256;

/**
 * One fact: who did what to what, when. {@code detail} is JSON with sorted keys. It holds ids,
 * counts and digests, never content; {@code sha256} covers the whole row.
 */
public record EvidenceRow(
    Instant at, String actor, String act, String subject, String detail, String sha256) {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  public static EvidenceRow of(
      Instant at, String actor, String act, String subject, Map<String, ?> detail) {
    String text = write(new TreeMap<>(detail));
    String leaf = leaf(at, actor, act, subject, text);
    return new EvidenceRow(at, actor, act, subject, text, Sha256.of(leaf));
  }

  static String leaf(Instant at, String actor, String act, String subject, String detail) {
    return String.join("\n", at.toString(), actor, act, subject, detail);
  }

  private static String write(Map<String, ?> detail) {
    try {
      return JSON.writeValueAsString(detail);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("evidence detail cannot be written", e);
    }
  }
}
