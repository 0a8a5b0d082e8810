package vn.kt1.gateway.web;

import static vn.kt1.gateway.directory.Caller.Role.AUDITOR;
import static vn.kt1.gateway.directory.Caller.Role.CLERK;
import static vn.kt1.gateway.directory.Caller.Role.DEPARTMENT;
import static vn.kt1.gateway.directory.Caller.Role.OPERATOR;
import static vn.kt1.gateway.directory.Caller.Role.PARTNER;
import static vn.kt1.gateway.directory.Caller.Role.POLICY_OFFICER;
import static vn.kt1.gateway.directory.Caller.Role.VIEWER;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import vn.kt1.gateway.directory.Caller.Role;

/** Reads one line of {@code routes/calls.csv}; a cell that is wrong is an illegal argument. */
final class ApiCallRow {

  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE");
  private static final Set<Role> READERS =
      Set.of(PARTNER, CLERK, OPERATOR, POLICY_OFFICER, AUDITOR, VIEWER, DEPARTMENT);
  private static final String BEAN = "[a-z]\\w*\\.[a-z]\\w*";

  private final CSVRecord row;

  ApiCallRow(CSVRecord row) {
    this.row = row;
  }

  ApiCall call() {
    if (!row.isConsistent()) {
      throw new IllegalArgumentException("a line has one cell for each column");
    }
    return new ApiCall(
        cell("id", "[a-z]+(-[a-z]+)*"),
        method(),
        ApiCall.path(cell("path", "/.+")),
        step(),
        roles(),
        cost(),
        maybe("consumes"),
        cell("produces", ".+/.+"));
  }

  private HttpMethod method() {
    String method = row.get("method");
    if (!METHODS.contains(method)) {
      throw new IllegalArgumentException("method is one of " + METHODS);
    }
    return HttpMethod.valueOf(method);
  }

  /** A route of its own has its description where its steps are. */
  private ApiCall.@Nullable Step step() {
    if (row.get("bean").isEmpty()) {
      cell("takes", "");
      cell("description", "");
      return null;
    }
    String[] bean = cell("bean", BEAN).split("\\.");
    String takes = cell("takes", "|contentType|accept");
    String more = takes.isEmpty() ? "" : ", ${variable." + takes + "}";
    return new ApiCall.Step(
        bean[0], bean[1] + "(${variable.call}" + more + ")", cell("description", ".+"));
  }

  private Set<Role> roles() {
    return switch (row.get("roles")) {
      case "readers" -> READERS;
      case "people" -> EnumSet.complementOf(EnumSet.of(PARTNER));
      case "nobody" -> Set.of();
      default ->
          Arrays.stream(row.get("roles").split(" ")).map(Role::valueOf).collect(Collectors.toSet());
    };
  }

  private @Nullable Integer cost() {
    String cost = cell("cost", "[0-9]?");
    return cost.isEmpty() ? null : Integer.valueOf(cost);
  }

  private @Nullable String maybe(String column) {
    return row.get(column).isEmpty() ? null : row.get(column);
  }

  private String cell(String column, String form) {
    String cell = row.get(column);
    if (!cell.matches(form)) {
      throw new IllegalArgumentException(column + " is not of the form " + form);
    }
    return cell;
  }
}
