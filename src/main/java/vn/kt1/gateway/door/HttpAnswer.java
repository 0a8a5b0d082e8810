package vn.kt1.gateway.door;

/** What goes back over HTTP. */
public record HttpAnswer(int status, String mediaType, byte[] body) {

  static final String JSON = "application/json";

  static HttpAnswer ok(Object json) {
    return new HttpAnswer(200, JSON, JsonText.of(json));
  }
}
