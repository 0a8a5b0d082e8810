package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Tag;

/** Each attack for longer than any limit of time. */
@Tag("nightly")
class LongAttackIT extends AttackIT {

  @Override
  Duration lasts() {
    return Duration.ofSeconds(40);
  }

  @Override
  void longUnread(Socket line) throws IOException {
    try {
      String answer = new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).as("it was cut").doesNotEndWith("]}").doesNotEndWith("0\r\n\r\n");
    } catch (SocketException cut) {
      assertThat(cut).hasMessageContaining("reset");
    }
  }
}
