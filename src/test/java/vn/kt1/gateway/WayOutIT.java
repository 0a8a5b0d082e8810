package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kt1.gateway.dispatch.Parcel;

/** In the whole gateway: an order that goes astray is stopped, and the officers are told. */
class WayOutIT extends RestGateway {

  private final CamelContext context = bean(CamelContext.class);
  @TempDir private Path folder;

  @Test
  void an_order_that_goes_astray_is_stopped_and_every_officer_is_owed_the_alarm() {
    String name = "KT1-ORDER_hai-phong_" + freshId() + ".csv";
    Parcel astray = orderFile(name);
    for (int twice = 0; twice < 2; twice++) {
      assertThatThrownBy(() -> context.createProducerTemplate().sendBody("file:" + folder, astray))
          .hasRootCauseMessage(name + " may not leave by file");
    }

    assertThat(folder).isEmptyDirectory();
    List<String> told =
        jdbc.sql("select recipient from dispatch where kind = 'INCIDENT' and reference = ?")
            .param(name)
            .query(String.class)
            .list();
    assertThat(told).containsExactlyInAnyOrder("OFFICER hai-phong", "OFFICER quang-ngai");
    assertThat(
            jdbc.sql("select count(*) from evidence where act = 'alert-owed' and subject = ?")
                .param(name)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  private static Parcel orderFile(String name) {
    byte[] content = {1};
    return new Parcel(
        "",
        new UUID(0, 1),
        1,
        "ORDER_FILE",
        "orders",
        "post",
        name,
        null,
        content,
        "0",
        true,
        false,
        Instant.EPOCH);
  }
}
