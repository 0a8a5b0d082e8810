package vn.kt1.gateway.server;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Sends more of an answer whenever the caller has read some of it. */
final class Sending implements WriteListener {

  /** For so long the rate is not checked: any answer may start slowly. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int AT_ONCE = 16 * 1024;

  private final AsyncContext sending;
  private final InputStream answer;
  private final ServletOutputStream out;
  private final int readRate;
  private final long since = System.nanoTime();
  private long sent;

  /**
   * @param readRate bytes a second; a caller who reads more slowly is cut off. Tomcat itself cuts
   *     off a caller who reads nothing for a while
   */
  Sending(AsyncContext sending, InputStream answer, ServletOutputStream out, int readRate) {
    this.sending = sending;
    this.answer = answer;
    this.out = out;
    this.readRate = readRate;
  }

  @Override
  public void onWritePossible() throws IOException {
    byte[] some = new byte[AT_ONCE];
    while (out.isReady()) {
      int read = answer.read(some);
      if (read < 0) {
        sending.complete();
        return;
      }
      out.write(some, 0, read);
      sent += read;
      if (tooSlow(sent, Duration.ofNanos(System.nanoTime() - since), readRate)) {
        throw new IOException("the answer is read too slowly");
      }
    }
  }

  static boolean tooSlow(long sent, Duration within, int readRate) {
    return within.compareTo(PATIENCE) > 0 && sent < readRate * within.toSeconds();
  }

  /** The caller has gone, or was cut off. */
  @Override
  public void onError(Throwable failure) {
    sending.complete();
  }
}
