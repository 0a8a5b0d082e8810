package vn.kt1.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sends what a route has answered, in the way of the HTTP server. */
public interface AnswerSender {

  void send(HttpAnswer answer, HttpServletRequest request, HttpServletResponse response)
      throws IOException;

  /** The route rests, or too many calls are under way: the same call may succeed later. */
  void notNow(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
