package vn.kt1.gateway.policy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.directory.Terms;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.directory.Unit.Eligibility;
import vn.kt1.gateway.directory.Zones;
import vn.kt1.gateway.policy.rules.Rules;
import vn.kt1.gateway.shipment.Decided;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.HandOff;

/**
 * Units of two provinces with other settings: Hải Phòng ({@code H24}) sends ordinary items by KT1
 * and offers no express timed, Quảng Ngãi ({@code H48}) the other way round.
 */
final class TwoProvinces {

  static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

  private static final List<Unit> UNITS =
      List.of(
          unit("H24.16", "hai-phong", Eligibility.QD32, null, null, "1 Phạm Ngũ Lão"),
          unit("H24.31", "hai-phong", Eligibility.QD32, null, null, "38 Lê Đại Hành"),
          unit("H24.61", "hai-phong", Eligibility.QD32, null, null, "Xã mẫu"),
          unit("H24.90", "hai-phong", Eligibility.QD37, null, null, "Ngô Quyền"),
          unit("H24.95", "hai-phong", Eligibility.NONE, null, null, "Lê Chân"),
          unit("H24.40", "hai-phong", Eligibility.QD32, null, null, null),
          unit("H23.05", "hai-phong", Eligibility.NONE, "2025-06-30", "H24.16", "Hải Dương"),
          unit("H23.06", "hai-phong", Eligibility.NONE, "2025-06-30", null, "Hải Dương"),
          unit("H48.16", "quang-ngai", Eligibility.QD32, null, null, "202 Trần Hưng Đạo"),
          unit("H48.90", "quang-ngai", Eligibility.QD37, null, null, "Trương Quang Trọng"));

  private static final List<Province> PROVINCES =
      List.of(
          new Province(
              "hai-phong",
              "Hải Phòng",
              true,
              false,
              "Hải Phòng §1",
              null,
              true,
              null,
              null,
              null,
              null,
              Map.of()),
          new Province(
              "quang-ngai",
              "Quảng Ngãi",
              false,
              true,
              "Quảng Ngãi §1",
              null,
              true,
              null,
              null,
              null,
              null,
              Map.of()));

  static final Directory DIRECTORY = new Directory(UNITS, PROVINCES, List.of());

  /** A file says that H24.61 lies in the inner city, and H24.31 does not. */
  static final Directory ZONED =
      new Directory(
          UNITS,
          PROVINCES,
          List.of(),
          List.of(),
          new Terms(
              List.of(),
              List.of(
                  new Zones(
                      "now",
                      LocalDate.of(2025, 7, 1),
                      null,
                      Map.of(),
                      Set.of("H24.16", "H24.61"),
                      Set.of(),
                      "SYNTHETIC",
                      false))));

  private TwoProvinces() {}

  static Decision decide(String sender, Envelope envelope) {
    return decide(sender, "2026-11-22T09:00:00+07:00", envelope).decisions().get(0);
  }

  static Decision decideWith(Directory directory, Envelope envelope) {
    RoutingPolicy policy =
        new RoutingPolicy(directory, Clock.fixed(NOW, ZoneOffset.UTC), Rules.all());
    return policy
        .decide(handOff("H24.16", "2026-11-22T09:00:00+07:00", envelope))
        .decisions()
        .get(0);
  }

  static Decided decide(String sender, String handedOffAt, Envelope... envelopes) {
    return decide(Rules.all(), sender, handedOffAt, envelopes);
  }

  static Decided decide(
      List<Rule> rules, String sender, String handedOffAt, Envelope... envelopes) {
    RoutingPolicy policy = new RoutingPolicy(DIRECTORY, Clock.fixed(NOW, ZoneOffset.UTC), rules);
    return policy.decide(handOff(sender, handedOffAt, envelopes));
  }

  static HandOff handOff(String sender, String handedOffAt, Envelope... envelopes) {
    Instant at = OffsetDateTime.parse(handedOffAt).toInstant();
    return new HandOff("hp", "HO-1", sender, at, true, "0".repeat(64), List.of(envelopes));
  }

  /** As decided again, with an operator's word for the recipient. */
  static Decision vouched(String sender, String handedOffAt, Envelope envelope) {
    RoutingPolicy policy =
        new RoutingPolicy(DIRECTORY, Clock.fixed(NOW, ZoneOffset.UTC), Rules.all());
    return policy.reconsider(handOff(sender, handedOffAt, envelope), envelope, true);
  }

  private static Unit unit(
      String code,
      String province,
      Eligibility eligibility,
      @Nullable String validTo,
      @Nullable String successor,
      @Nullable String address) {
    return new Unit(
        code,
        null,
        (code.equals("H24.61") ? "Ủy ban nhân dân xã " : "Cơ quan ") + code,
        province,
        "other",
        eligibility,
        LocalDate.of(2022, 2, 15),
        validTo == null ? null : LocalDate.parse(validTo),
        successor,
        address,
        "SYNTHETIC",
        false);
  }
}
