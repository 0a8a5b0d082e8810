package vn.kt1.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Says HTTP byte for byte, as no decent client would, from an address of loopback of its own. */
public final class RawHttp {

  /** {@code head} is the status line and the headers, each letter a byte. */
  public record Answer(int status, String head, byte[] body) {

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    /** The first header of that name, or nothing. */
    public String header(String name) {
      return head.lines()
          .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    }
  }

  private static final byte[] BLANK = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final String from;
  private final int port;
  private final Duration patience;

  /**
   * @param patience the longest wait for an answer to go on; beyond it is {@link
   *     java.net.SocketTimeoutException}
   */
  public RawHttp(String from, int port, Duration patience) {
    this.from = from;
    this.port = port;
    this.patience = patience;
  }

  /** Sends what stands there, each header a line, and reads until the other side hangs up. */
  public Answer send(String method, String target, List<String> headers, byte[] body)
      throws IOException {
    String head =
        method
            + " "
            + target
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
            + body.length
            + "\r\n"
            + String.join("", headers.stream().map(line -> line + "\r\n").toList())
            + "\r\n";
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(from, 0));
      socket.connect(new InetSocketAddress("127.0.0.1", port));
      socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      whole.write(head.getBytes(StandardCharsets.UTF_8));
      whole.write(body);
      socket.getOutputStream().write(whole.toByteArray());
      return read(socket.getInputStream().readAllBytes());
    }
  }

  private static Answer read(byte[] bytes) throws IOException {
    int end = indexOf(bytes, BLANK, 0);
    if (end < 0) {
      throw new IOException("no answer");
    }
    String head = new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
    byte[] body = Arrays.copyOfRange(bytes, end + BLANK.length, bytes.length);
    boolean chunked = head.toLowerCase(java.util.Locale.ROOT).contains("transfer-encoding: chunk");
    return new Answer(Integer.parseInt(head.substring(9, 12)), head, chunked ? joined(body) : body);
  }

  private static byte[] joined(byte[] chunks) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    int at = 0;
    while (at < chunks.length) {
      int line = indexOf(chunks, Arrays.copyOf(BLANK, 2), at);
      int size = Integer.parseInt(new String(chunks, at, line - at, StandardCharsets.US_ASCII), 16);
      whole.write(chunks, line + 2, size);
      at = line + 2 + size + 2;
    }
    return whole.toByteArray();
  }

  private static int indexOf(byte[] bytes, byte[] sought, int from) {
    for (int at = from; at + sought.length <= bytes.length; at++) {
      if (Arrays.equals(bytes, at, at + sought.length, sought, 0, sought.length)) {
        return at;
      }
    }
    return -1;
  }
}
