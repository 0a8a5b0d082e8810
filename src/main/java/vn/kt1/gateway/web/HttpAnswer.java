package vn.kt1.gateway.web;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** An answer over HTTP. Its body is read once, while it is sent. */
public record HttpAnswer(int status, String mediaType, InputStream body) {

  public static final String JSON = "application/json";

  public static HttpAnswer of(int status, String mediaType, byte[] body) {
    return new HttpAnswer(status, mediaType, new ByteArrayInputStream(body));
  }

  /** Done, without a body. */
  public static HttpAnswer nothing() {
    return of(204, JSON, new byte[0]);
  }

  public static HttpAnswer ok(Object json) {
    return of(200, JSON, JsonText.of(json));
  }
}
