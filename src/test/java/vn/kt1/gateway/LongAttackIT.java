package vn.kt1.gateway;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Tag;

/** Each attack for longer than any limit of time. */
@Tag("nightly")
class LongAttackIT extends AttackIT {

  @Override
  Duration lasts() {
    return Duration.ofSeconds(40);
  }

  /** Cut, or whole in the buffers of the machine: nothing of ours is held by it any longer. */
  @Override
  void longUnread(Socket line, String id) throws IOException {
    super.longUnread(line, id);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> get(partner("qn-eoffice"), "/hand-offs/" + id).statusCode() == 200);
  }
}
