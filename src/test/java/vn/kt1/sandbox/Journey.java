package vn.kt1.sandbox;

import java.util.List;

/** What the simulated post does with an order: the MyVNPost states its item goes through. */
enum Journey {
  DELIVERED(Stop.IN_TRANSIT, Stop.AT_OFFICE, Stop.OUT, Stop.DELIVERED),
  RETURNED(
      Stop.IN_TRANSIT,
      Stop.AT_OFFICE,
      new Stop("15", "Giao không thành công", Stop.DELIVERY),
      new Stop("18", "Bắt đầu chuyển hoàn", Stop.DELIVERY),
      new Stop("19", "Trả hàng thành công", Stop.ACCEPTANCE)),
  /** Its delivery is told by the tracking API alone. */
  DELIVERED_BY_API(Stop.IN_TRANSIT, Stop.AT_OFFICE, Stop.OUT),
  REFUSED();

  /** One status: code and name of MyVNPost, and a made-up place. */
  record Stop(String code, String name, String location) {
    static final String ACCEPTANCE = "Bưu cục gửi Mô Phỏng";
    static final String SORTING = "Trung tâm khai thác Mô Phỏng";
    static final String DELIVERY = "Bưu cục phát Mô Phỏng";
    static final Stop IN_TRANSIT = new Stop("10", "Đang vận chuyển", SORTING);
    static final Stop AT_OFFICE = new Stop("11", "Đã đến bưu cục phát", DELIVERY);
    static final Stop OUT = new Stop("12", "Đang giao hàng", DELIVERY);
    static final Stop DELIVERED = new Stop("14", "Đã giao hàng", DELIVERY);
  }

  private final List<Stop> stops;

  Journey(Stop... stops) {
    this.stops = List.of(stops);
  }

  List<Stop> stops() {
    return stops;
  }

  /** What no file tells: the last stop, where the API alone knows of it. */
  List<Stop> apiStops() {
    return this == DELIVERED_BY_API ? List.of(Stop.DELIVERED) : List.of();
  }

  /** Marks in the recipient's name let people see the less happy paths. */
  static Journey of(String recipientName) {
    if (recipientName.contains("[SIM-REFUSE]")) {
      return REFUSED;
    }
    if (recipientName.contains("[SIM-API]")) {
      return DELIVERED_BY_API;
    }
    return recipientName.contains("[SIM-RETURN]") ? RETURNED : DELIVERED;
  }
}
