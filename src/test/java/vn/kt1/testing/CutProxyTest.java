package vn.kt1.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CutProxyTest {
  private ServerSocket echo;
  private CutProxy proxy;

  @BeforeEach
  void start() throws Exception {
    echo = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
    Thread thread = new Thread(this::answer);
    thread.setDaemon(true);
    thread.start();
    proxy = new CutProxy(echo.getLocalPort());
  }

  @AfterEach
  void stop() throws Exception {
    proxy.close();
    echo.close();
  }

  @Test
  void lets_bytes_pass_until_it_is_told_to_cut() throws Exception {
    assertThat(said("hello")).isEqualTo("hello");
    proxy.cutAfter(5 + 2);
    assertThat(said("hello")).isIn("he", "");
    proxy.heal();
    assertThat(said("hello")).isEqualTo("hello");
  }

  @Test
  void cuts_once_and_lets_the_next_caller_through() throws Exception {
    assertThat(said("hello")).isEqualTo("hello");
    long session = proxy.passed();
    assertThat(session).isEqualTo(10);
    proxy.cutOnceAfter(session - 2);
    assertThat(proxy.toBeCut()).isTrue();
    assertThat(said("hello")).isNotEqualTo("hello");
    assertThat(proxy.toBeCut()).isFalse();
    assertThat(said("hello")).isEqualTo("hello");
  }

  @Test
  void hangs_up_when_it_refuses() throws Exception {
    proxy.refuse();
    assertThat(said("hello")).isEmpty();
    proxy.heal();
    assertThat(said("hello")).isEqualTo("hello");
  }

  private String said(String words) throws IOException {
    try (Socket caller = new Socket("127.0.0.1", proxy.port())) {
      caller.setSoTimeout(10_000);
      caller.getOutputStream().write(words.getBytes());
      return new String(caller.getInputStream().readNBytes(words.length()));
    } catch (SocketException reset) {
      return "";
    }
  }

  private void answer() {
    while (!echo.isClosed()) {
      try (Socket caller = echo.accept()) {
        caller.getInputStream().transferTo(caller.getOutputStream());
      } catch (IOException hungUp) {
        // the next one
      }
    }
  }
}
