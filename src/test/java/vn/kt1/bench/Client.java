package vn.kt1.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One line to a service that is kept open. It does little, since it shares the cores with what is
 * measured: a request is one write, and of the answer only the status is looked at.
 */
final class Client implements AutoCloseable {

  private static final int PATIENCE = 60_000;

  private final int port;
  private final String head;
  private Socket socket;
  private InputStream in;
  private boolean ends;

  /**
   * @param login the value of the header Authorization
   */
  Client(int port, String path, String login) throws IOException {
    this.port = port;
    this.socket = connected();
    this.in = new BufferedInputStream(socket.getInputStream(), 16_384);
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
    in = new BufferedInputStream(socket.getInputStream(), 16_384);
    ends = false;
  }

  /** Returns the status of the answer. */
  int post(String body) throws IOException {
    if (ends) {
      reconnect();
    }
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    byte[] start = (head + content.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    byte[] whole = new byte[start.length + content.length];
    System.arraycopy(start, 0, whole, 0, start.length);
    System.arraycopy(content, 0, whole, start.length, content.length);
    socket.getOutputStream().write(whole);
    return answer();
  }

  private int answer() throws IOException {
    int status = Integer.parseInt(line().split(" ")[1]);
    long length = 0;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Long.parseLong(lower.substring(15).strip());
      } else if (lower.startsWith("transfer-encoding:")) {
        chunked = lower.contains("chunked");
      } else if (lower.equals("connection: close")) {
        ends = true;
      }
    }
    if (chunked) {
      skipChunks();
    } else {
      in.skipNBytes(length);
    }
    return status;
  }

  private void skipChunks() throws IOException {
    for (int size = chunk(); size > 0; size = chunk()) {
      in.skipNBytes(size);
      line();
    }
    line();
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line().strip(), 16);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the service has closed the line");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
