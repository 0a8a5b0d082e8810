package vn.kt1.gateway.slip;

import java.util.Objects;

/** The carrier of envelopes, with the words of the book in which the carrier signs. */
enum DeliveryMark {
  KT1("KT1", "Mạng bưu chính KT1", true),
  PUBLIC_POST("Bưu chính công cộng", "Mạng bưu chính công cộng", true),
  HAND("Giao tay", "Giao tay (văn thư, giao liên)", false),
  CIPHER("Cơ yếu", "Giao qua cơ yếu", false);

  final String label;
  final String heading;
  final boolean post;

  DeliveryMark(String label, String heading, boolean post) {
    this.label = label;
    this.heading = heading;
    this.post = post;
  }

  static DeliveryMark of(Slip.Line routed) {
    return valueOf(Objects.requireNonNull(routed.network()));
  }

  String title() {
    return post ? "SỔ GỬI VĂN BẢN ĐI BƯU ĐIỆN" : "SỔ CHUYỂN GIAO VĂN BẢN ĐI";
  }

  String signature() {
    return post ? "Ký nhận và dấu bưu điện" : "Ký nhận";
  }

  String receiver() {
    return post ? "Nhân viên bưu điện" : "Người nhận bàn giao";
  }
}
