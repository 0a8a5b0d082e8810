package vn.kt1.bench;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import vn.kt1.sandbox.Api;
import vn.kt1.testing.HandOffs;

/** What is asked of both ledgers, by name. */
final class GrowthQuestions {

  private static final AtomicInteger NEXT = new AtomicInteger();

  /** One call; true when it was answered as it should be. */
  interface Question {
    boolean asked(GrowthSide side) throws Exception;
  }

  private final Map<String, Question> all = new LinkedHashMap<>();
  private final String run;

  /**
   * @param run how the ids of what is under way begin
   */
  GrowthQuestions(String run) {
    this.run = run;
    intake();
    lists();
    one();
    figures();
  }

  Map<String, Question> all() {
    return all;
  }

  private void intake() {
    all.put("hand-off of 1", side -> handOver(side, 1));
    all.put("hand-off of 10", side -> handOver(side, 10));
  }

  private static boolean handOver(GrowthSide side, int envelopes) {
    String id = "G-" + NEXT.incrementAndGet() + "-" + System.nanoTime();
    return side.partner.post("/hand-offs", HandOffs.json(id, envelopes)).status() == 201;
  }

  private void lists() {
    Instant now = Instant.now();
    list("", "first page");
    list("?from=" + now.minusSeconds(9000) + "&to=" + now.minusSeconds(5000), "from, to");
    list("?unit=H24.31", "unit");
    list("?state=HELD", "state HELD");
    list("?state=IN_TRANSIT", "state IN_TRANSIT");
    list("?state=LOST", "state LOST (rare)");
    list("?network=KT1", "network");
    list("?itemCode=" + GrowthRig.ITEM, "itemCode");
    list("?handOffId=N-" + run + "-77", "handOffId");
    list("?envelopeId=N-" + run + "-77-2", "envelopeId");
    list("?orderId=O-7Q2M-9XKD", "orderId");
    all.put("next page, operator", side -> next(side.operator));
    all.put("next page, partner", side -> next(side.partner));
  }

  private void list(String parameters, String name) {
    all.put(name + ", operator", side -> ok(side.operator, "/shipments" + parameters));
    all.put(name + ", department", side -> ok(side.department, "/shipments" + parameters));
    all.put(name + ", partner", side -> ok(side.partner, "/shipments" + parameters));
  }

  private static boolean next(Api api) {
    String cursor = api.get("/shipments?limit=1").body().path("nextCursor").asText();
    return ok(api, "/shipments?cursor=" + cursor);
  }

  private static boolean ok(Api api, String path) {
    return api.get(path).status() == 200;
  }

  private void one() {
    String id = "(select shipment_id from shipment where envelope_id = 'N-" + run + "-77-2')";
    all.put("receipt", side -> side.operator.get("/hand-offs/N-" + run + "-77").status() == 200);
    all.put(
        "shipment and timeline",
        side -> {
          String shipment = side.site().sql("select " + id).get(0);
          return ok(side.operator, "/shipments/" + shipment)
              && ok(side.operator, "/shipments/" + shipment + "/timeline");
        });
  }

  private void figures() {
    all.put("figures of the day", side -> ok(side.actuator, "/gateway"));
    all.put("health", side -> side.actuator.get("/health").status() < 600);
    all.put("parked", side -> ok(side.actuator, "/parked"));
    Instant now = Instant.now();
    all.put("order files, operator", side -> ok(side.operator, "/order-files"));
    all.put("unsent order files", side -> ok(side.operator, "/order-files?state=unsent"));
    all.put("contradicted files", side -> ok(side.operator, "/order-files?state=contradicted"));
  }
}
