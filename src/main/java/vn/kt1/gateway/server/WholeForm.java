package vn.kt1.gateway.server;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request with its complete form. For the filters behind, the request begins only now. */
final class WholeForm extends EmptiedRequest {

  private static final int MOST_FIELDS = 100;

  private final Map<String, String[]> fields;

  WholeForm(HttpServletRequest request, byte[] form) {
    super(request);
    fields = new LinkedHashMap<>(request.getParameterMap());
    Arrays.stream(new String(form, StandardCharsets.US_ASCII).split("&"))
        .limit(MOST_FIELDS)
        .map(field -> field.split("=", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> add(pair[0], pair[1]));
  }

  private void add(String name, String value) {
    try {
      String[] one = {decoded(value)};
      fields.merge(decoded(name), one, WholeForm::both);
    } catch (IllegalArgumentException e) {
      // A field that cannot be decoded is left out.
    }
  }

  private static String[] both(String[] some, String[] one) {
    String[] all = Arrays.copyOf(some, some.length + 1);
    all[some.length] = one[0];
    return all;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** Filters skip an async dispatch, because they take it for a request they have seen. */
  @Override
  public DispatcherType getDispatcherType() {
    return DispatcherType.REQUEST;
  }

  @Override
  public @Nullable String getParameter(String name) {
    String[] values = fields.get(name);
    return values == null ? null : values[0];
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    String[] values = fields.get(name);
    return values == null ? null : values.clone();
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return Collections.unmodifiableMap(fields);
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(fields.keySet());
  }
}
