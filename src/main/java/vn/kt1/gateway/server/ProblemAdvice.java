package vn.kt1.gateway.server;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import vn.kt1.gateway.shipment.Fault.Code;

/** Answers with a problem body when a request fails before it reaches a route. */
@Controller
@ControllerAdvice
public class ProblemAdvice implements ErrorController {

  @ExceptionHandler
  void notFound(
      NoResourceFoundException e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Problems.write(request, response, Code.NOT_FOUND);
  }

  @ExceptionHandler
  void method(
      HttpRequestMethodNotSupportedException e,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    String[] supported = e.getSupportedMethods();
    if (supported != null) {
      response.setHeader("Allow", String.join(", ", supported));
    }
    Problems.write(request, response, Code.METHOD_NOT_ALLOWED);
  }

  @ExceptionHandler
  void mediaType(
      HttpMediaTypeNotSupportedException e,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Problems.write(request, response, Code.UNSUPPORTED_MEDIA_TYPE);
  }

  @ExceptionHandler
  void accept(
      HttpMediaTypeNotAcceptableException e,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Problems.write(request, response, Code.NOT_ACCEPTABLE);
  }

  @RequestMapping("/error")
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    if (Integer.valueOf(503).equals(status)) {
      Problems.unavailable(request, response);
    } else {
      Problems.write(request, response, code(status));
    }
  }

  public static Code code(Object status) {
    if (!(status instanceof Integer number)) {
      return Code.NOT_FOUND;
    }
    return switch (number) {
      case 400 -> Code.BAD_PARAMETER;
      case 401 -> Code.UNAUTHENTICATED;
      case 403 -> Code.FORBIDDEN;
      case 404 -> Code.NOT_FOUND;
      case 405 -> Code.METHOD_NOT_ALLOWED;
      case 406 -> Code.NOT_ACCEPTABLE;
      case 413 -> Code.TOO_LARGE;
      case 415 -> Code.UNSUPPORTED_MEDIA_TYPE;
      default -> number < 500 ? Code.BAD_PARAMETER : Code.INTERNAL;
    };
  }
}
