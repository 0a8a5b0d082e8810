package vn.kt1.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import vn.kt1.gateway.directory.Caller.Role;

/** The table of calls, and what a line of it must be like. */
class ApiCallsTest {

  private static final String COLUMNS =
      "id,method,path,bean,takes,roles,cost,consumes,produces,description\n";
  private static final String RIGHT =
      "list-days,GET,/days,orderDesk.days,,OPERATOR AUDITOR,4,,application/json,Lists days\n";

  @ParameterizedTest
  @CsvSource({
    "GET,  /api/v1/people,               list-people",
    "HEAD, /api/v1/evidence,             export-evidence",
    "GET,  /api/v1/%65vidence,           export-evidence",
    "PUT,  /api/v1/people/x,             put-person",
    "POST, /api/v1/people/x/end,         end-person",
    "GET,  /api/v1/people/,              ",
    "GET,  /api/v1/people/x,             ",
    "DELETE, /api/v1/people/x,           ",
    "GET,  /api/v2/people,               ",
  })
  void a_call_is_told_by_method_and_path(String method, String path, String id) {
    assertThat(ApiCalls.of(new MockHttpServletRequest(method, path)).map(ApiCall::id).orElse(null))
        .isEqualTo(id);
  }

  /** Roles and cost are those of the call that is served, wherever its line stands. */
  @Test
  void an_exact_path_counts_before_one_with_a_name_in_it() throws IOException {
    List<ApiCall> calls =
        ApiCalls.read(
            new StringReader(
                COLUMNS + RIGHT.replace("/days", "/{name}").replace("list-days", "one") + RIGHT));
    assertThat(ApiCalls.of(calls, new MockHttpServletRequest("GET", "/api/v1/days")))
        .map(ApiCall::id)
        .contains("list-days");
    assertThat(ApiCalls.of(calls, new MockHttpServletRequest("GET", "/api/v1/other")))
        .map(ApiCall::id)
        .contains("one");
  }

  @ParameterizedTest
  @CsvSource({
    "read-slip,        0,      4",
    "read-report,      0,      4",
    "export-evidence,  0,      4",
    "read-hand-off,    300000, 1",
    "read-order-file,  300000, 1",
    "read-shipments,   0,      0",
    "hand-off-by-rest, 262144, 0",
    "hand-off-by-rest, 262145, 4",
  })
  void a_call_costs_what_its_line_says_or_what_its_body_does(String id, int body, int cost) {
    assertThat(ApiCalls.named(id).cost(body)).isEqualTo(cost);
  }

  @Test
  void no_login_is_asked_for_the_web_hook_alone() {
    assertThat(ApiCalls.all())
        .filteredOn(call -> call.roles().isEmpty())
        .extracting(ApiCall::id)
        .containsExactly("webhook");
  }

  @Test
  void groups_of_roles_are_those_of_the_contract() {
    assertThat(ApiCalls.named("read-shipment").roles())
        .isEqualTo(EnumSet.complementOf(EnumSet.of(Role.ADMIN, Role.MONITOR)));
    assertThat(ApiCalls.named("renew-login").roles())
        .isEqualTo(EnumSet.complementOf(EnumSet.of(Role.PARTNER)));
  }

  @Test
  void a_line_declares_a_call_whole() throws IOException {
    ApiCall call = read(RIGHT).get(0);
    assertThat(call.name()).isEqualTo("GET /api/v1/days");
    assertThat(call.relative()).isEqualTo("/days");
    assertThat(call.step())
        .isEqualTo(new ApiCall.Step("orderDesk", "days(${variable.call})", "Lists days"));
    assertThat(call.roles()).containsExactlyInAnyOrder(Role.OPERATOR, Role.AUDITOR);
  }

  @Test
  void a_bean_is_given_more_of_the_request_where_the_line_says_so() throws IOException {
    assertThat(read(RIGHT.replace("days,,", "days,accept,")).get(0).step())
        .extracting(ApiCall.Step::method)
        .isEqualTo("days(${variable.call}, ${variable.accept})");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "List_days,GET,/days,orderDesk.days,,AUDITOR,,,application/json,Lists days",
        "list-days,FETCH,/days,orderDesk.days,,AUDITOR,,,application/json,Lists days",
        "list-days,GET,days,orderDesk.days,,AUDITOR,,,application/json,Lists days",
        "list-days,GET,/days/{,orderDesk.days,,AUDITOR,,,application/json,Lists days",
        "list-days,GET,/days,orderDesk,,AUDITOR,,,application/json,Lists days",
        "list-days,GET,/days,orderDesk.days,body,AUDITOR,,,application/json,Lists days",
        "list-days,GET,/days,orderDesk.days,,,,,application/json,Lists days",
        "list-days,GET,/days,orderDesk.days,,EVERYBODY,,,application/json,Lists days",
        "list-days,GET,/days,orderDesk.days,,AUDITOR,much,,application/json,Lists days",
        "list-days,GET,/days,orderDesk.days,,AUDITOR,,,,Lists days",
        "list-days,GET,/days,orderDesk.days,,AUDITOR,,,application/json,",
        "list-days,GET,/days,,,AUDITOR,,,application/json,Lists days",
        "list-days,GET,/days,,accept,AUDITOR,,,application/json,",
        "list-days,GET,/days,orderDesk.days,,AUDITOR,,application/json,Lists days",
      })
  void a_line_that_is_wrong_stops_the_start_and_is_named(String line) {
    assertThatThrownBy(() -> read(RIGHT.replace("days", "weeks") + line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("routes/calls.csv, call 2: ");
  }

  @ParameterizedTest
  @CsvSource({"list-weeks, /days", "list-days, /weeks"})
  void no_call_and_no_id_stands_there_twice(String id, String path) {
    String again = RIGHT.replace("list-days", id).replace("/days", path);
    assertThatThrownBy(() -> read(RIGHT + again)).hasMessageContaining("twice");
  }

  private static List<ApiCall> read(String lines) throws IOException {
    return ApiCalls.read(new StringReader(COLUMNS + lines));
  }
}
