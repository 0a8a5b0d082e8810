package vn.kt1.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.HandOff;
import vn.kt1.gateway.shipment.Rejected;

/**
 * What may come of any bytes whatever: a hand-off within the limits, or a refusal; little memory.
 */
final class Verdict {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** For a message of a few kilobytes; the tables of spellings are a part of it. */
  private static final long MOST_MEMORY = 64L << 20;

  private Verdict() {}

  static void on(byte[] bytes, Supplier<HandOff> handOver) {
    long thread = Thread.currentThread().getId();
    long before = THREADS.getThreadAllocatedBytes(thread);
    try {
      assertWithinLimits(handOver.get());
    } catch (Rejected rejected) {
      assertThat(rejected.faults()).isNotEmpty();
    }
    assertThat(THREADS.getThreadAllocatedBytes(thread) - before)
        .as("bytes taken for %s bytes", bytes.length)
        .isLessThan(MOST_MEMORY);
  }

  private static void assertWithinLimits(HandOff handOff) {
    assertThat(handOff.handOffId()).matches("[A-Za-z0-9._-]{1,64}");
    assertThat(handOff.sender()).isIn("H24.16", "H24.31", "H24.61");
    assertThat(handOff.handedOffAt())
        .isBetween(Desk.NOW.minus(Duration.ofDays(15)), Desk.NOW.plus(Duration.ofMinutes(5)));
    assertThat(handOff.envelopes()).hasSizeBetween(1, 500);
    assertThat(handOff.envelopes()).extracting(Envelope::envelopeId).doesNotHaveDuplicates();
    handOff.envelopes().forEach(Verdict::assertWithinLimits);
  }

  private static void assertWithinLimits(Envelope envelope) {
    assertThat(envelope.envelopeId()).matches("[A-Za-z0-9._-]{1,64}");
    assertThat(envelope.pieces()).isBetween(1, 999);
    if (envelope.weightGrams() != null) {
      assertThat(envelope.weightGrams()).isBetween(1, 50_000);
    }
    if (envelope.urgency().timed()) {
      assertThat(envelope.deliverAt()).isNotNull();
    }
    var recipient = envelope.recipient();
    assertThat(recipient.code() != null || recipient.name() != null && recipient.address() != null)
        .isTrue();
    for (String text :
        new @Nullable String[] {
          recipient.code(), recipient.name(), recipient.address(), recipient.addressee()
        }) {
      if (text != null) {
        assertThat(text).hasSizeBetween(1, 200).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}]");
      }
    }
  }
}
