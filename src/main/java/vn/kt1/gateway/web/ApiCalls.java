package vn.kt1.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.http.server.PathContainer;

/**
 * All calls of the API: {@code routes/calls.csv}. Nothing is served, and nobody is let in, without
 * a line there. A line that is wrong stops the start.
 */
public final class ApiCalls {

  private static final String FOUND = Found.class.getName();

  private static final List<ApiCall> ALL = packed();

  /** Calls whose path has no names in it, by their names: such a path fits better than any. */
  private static final Map<String, ApiCall> EXACT =
      ALL.stream()
          .filter(call -> !call.path().hasPatternSyntax())
          .collect(Collectors.toUnmodifiableMap(ApiCall::name, call -> call));

  private ApiCalls() {}

  public static List<ApiCall> all() {
    return ALL;
  }

  /**
   * The call a request asks for; none for what is not served. SECURITY: where two paths fit, the
   * exact one counts, as for the route behind; so the order of lines decides nothing.
   */
  public static Optional<ApiCall> of(HttpServletRequest request) {
    String path = request.getRequestURI();
    if (request.getAttribute(FOUND) instanceof Found found && found.path().equals(path)) {
      return found.call();
    }
    Found found = new Found(path, found(request));
    request.setAttribute(FOUND, found);
    return found.call();
  }

  /** Kept with the request, since several filters ask; an error page is another path. */
  private record Found(String path, Optional<ApiCall> call) {}

  private static Optional<ApiCall> found(HttpServletRequest request) {
    ApiCall exact = EXACT.get(request.getMethod() + " " + request.getRequestURI());
    return exact == null ? of(ALL, request) : Optional.of(exact);
  }

  static Optional<ApiCall> of(List<ApiCall> calls, HttpServletRequest request) {
    PathContainer path = PathContainer.parsePath(request.getRequestURI());
    String method = request.getMethod();
    return calls.stream()
        .filter(call -> call.serves(method, path))
        .min(Comparator.comparing(ApiCall::path));
  }

  public static ApiCall named(String id) {
    return ALL.stream().filter(call -> call.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<ApiCall> packed() {
    try (InputStream table =
        Objects.requireNonNull(ApiCalls.class.getResourceAsStream("/routes/calls.csv"))) {
      return read(new InputStreamReader(table, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws IllegalArgumentException with the line that is wrong, and why
   */
  static List<ApiCall> read(Reader table) throws IOException {
    List<ApiCall> calls = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    for (CSVRecord row : format.parse(table)) {
      try {
        ApiCall call = new ApiCallRow(row).call();
        if (!seen.add(call.id()) || !seen.add(call.name())) {
          throw new IllegalArgumentException("a call or its id stands there twice");
        }
        calls.add(call);
      } catch (IllegalArgumentException wrong) {
        throw new IllegalArgumentException(
            "routes/calls.csv, call " + row.getRecordNumber() + ": " + wrong.getMessage(), wrong);
      }
    }
    return List.copyOf(calls);
  }
}
