package vn.kt1.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * One line to a service that is kept open. It does little, since it shares the cores with what is
 * measured: a request is one write, an answer is usually one read, and of it only the status and
 * the end are looked at.
 */
final class Client implements AutoCloseable {

  private static final int PATIENCE = 60_000;
  private static final String HEAD_ENDS = "\r\n\r\n";
  private static final String CHUNKS_END = "\r\n0\r\n\r\n";

  private final int port;
  private final String head;
  private byte[] answer = new byte[16_384];
  private Socket socket;
  private boolean ends;

  /**
   * @param login the value of the header Authorization
   */
  Client(int port, String path, String login) throws IOException {
    this.port = port;
    this.socket = connected();
    this.head =
        "POST %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: %s\r\n"
                .formatted(path, port, login)
            + "Content-Type: application/json\r\nAccept: application/json\r\nContent-Length: ";
  }

  private Socket connected() throws IOException {
    Socket fresh = new Socket(InetAddress.getLoopbackAddress(), port);
    fresh.setTcpNoDelay(true);
    fresh.setSoTimeout(PATIENCE);
    return fresh;
  }

  /** A server keeps a line for so many calls, and says when it was the last. */
  private void reconnect() throws IOException {
    socket.close();
    socket = connected();
    ends = false;
  }

  /**
   * Returns the status of the answer.
   *
   * @param body of ASCII
   */
  int post(String body) throws IOException {
    if (ends) {
      reconnect();
    }
    String whole = head + body.length() + HEAD_ENDS + body;
    socket.getOutputStream().write(whole.getBytes(StandardCharsets.US_ASCII));
    return answer();
  }

  private int answer() throws IOException {
    InputStream in = socket.getInputStream();
    int read = 0;
    for (String told = ""; !whole(told); told = text(read)) {
      if (read == answer.length) {
        answer = Arrays.copyOf(answer, 2 * read);
      }
      int more = in.read(answer, read, answer.length - read);
      if (more < 0) {
        throw new EOFException("the service has closed the line");
      }
      read += more;
    }
    return Integer.parseInt(text(12).substring(9));
  }

  private String text(int length) {
    return new String(answer, 0, length, StandardCharsets.ISO_8859_1);
  }

  private boolean whole(String told) {
    int headEnds = told.indexOf(HEAD_ENDS);
    if (headEnds < 0) {
      return false;
    }
    String headers = told.substring(0, headEnds + 2).toLowerCase(Locale.ROOT);
    ends = headers.contains("\r\nconnection: close");
    int length = headers.indexOf("\r\ncontent-length:");
    if (length < 0) {
      return told.endsWith(CHUNKS_END);
    }
    String number = headers.substring(length + 17, headers.indexOf("\r\n", length + 17));
    return told.length() == headEnds + HEAD_ENDS.length() + Integer.parseInt(number.strip());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
