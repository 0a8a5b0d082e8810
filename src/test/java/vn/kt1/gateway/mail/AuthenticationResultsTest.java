package vn.kt1.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationResultsTest {
  private static final AuthenticationResults OURS = new AuthenticationResults("mx.kt1.example");
  private static final String ADDRESS = "eoffice@so.hai-phong.example";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mx.kt1.example; dkim=pass header.d=so.hai-phong.example",
        "MX.KT1.example;dkim=pass header.d=SO.Hai-Phong.example",
        "mx.kt1.example 1; dkim=pass header.d=so.hai-phong.example",
        "mx.kt1.example; dkim=pass header.d=hai-phong.example",
        "mx.kt1.example; spf=fail smtp.mailfrom=x@y.example; dkim=pass header.d=hai-phong.example",
        "mx.kt1.example; dkim=fail header.d=x.example; dkim=pass header.d=hai-phong.example",
        "mx.kt1.example;\r\n\tdkim=pass (2048-bit key; unprotected)\r\n"
            + "\theader.d=hai-phong.example header.i=@hai-phong.example header.b=\"abc;=\"",
        "(comment (nested)) mx.kt1.example; dkim/1 = pass header . d = hai-phong.example",
        "mx.kt1.example; dkim=pass header.i=@hai-phong.example",
        "mx.kt1.example; dkim=pass (1024-bit key) header.i=@so.hai-phong.example header.b=x1Y",
        "mx.kt1.example; dkim=pass header.i=eoffice@so.hai-phong.example",
        "mx.kt1.example; dkim=pass header.i=\"@hai-phong.example\"",
        "mx.kt1.example; dkim=neutral header.i=@x.example; dkim=pass header.i=@hai-phong.example",
        "mx.kt1.example; dkim=pass header.i=@x.hai-phong.example header.d=hai-phong.example",
        "\"mx.kt1.example\"; dkim=pass header.d=\"hai-phong.example\"",
      })
  void believes_our_server_about_the_domain_of_the_address(String header) {
    assertThat(OURS.vouchFor(ADDRESS, List.of(header))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        "mx.kt1.example; none",
        "mx.kt1.example; dkim=none",
        "mx.kt1.example; dkim=fail header.d=hai-phong.example",
        "mx.kt1.example; dkim=passed header.d=hai-phong.example",
        "mx.kt1.example; xdkim=pass header.d=hai-phong.example",
        "mx.kt1.example; spf=pass header.d=hai-phong.example",
        "mx.kt1.example; dkim=pass",
        "mx.kt1.example; dkim=pass header.i=@phong.example",
        "mx.kt1.example; dkim=pass header.i=hai-phong.example",
        "mx.kt1.example; dkim=pass header.i=@evil.example@hai-phong.example",
        "mx.kt1.example; dkim=pass header.i=@hai-phong.example@evil.example",
        "mx.kt1.example; dkim=pass header.i=@hai-phong.example header.i=@evil.example",
        "mx.kt1.example; dkim=pass header.d=evil.example header.i=@hai-phong.example",
        "mx.kt1.example; dkim=pass header.d=evil_x.example header.i=@hai-phong.example",
        "mx.kt1.example; dkim=pass header.i=@so.hai-phong.example header.d=evil.example",
        "mx.kt1.example; dkim=fail header.i=@hai-phong.example",
        "mx.kt1.example; dkim=pass reason=\"header.i=@hai-phong.example\"",
        "mx.kt1.example; dkim=pass header.d=phong.example",
        "mx.kt1.example; dkim=pass header.d=example",
        "mx.kt1.example; dkim=pass header.d=xso.hai-phong.example",
        "mx.kt1.example; dkim=pass header.d=a.so.hai-phong.example",
        "mx.kt1.example; dkim=pass header.d=hai-phong.example.evil.example",
        "mx.kt1.example; dkim=pass header.d=evil.example header.d=hai-phong.example",
        "mx.kt1.example.evil.example; dkim=pass header.d=hai-phong.example",
        "evil.example; dkim=pass header.d=hai-phong.example",
        "evil.example (; mx.kt1.example; dkim=pass header.d=hai-phong.example",
        "mx.kt1.example; dkim=fail reason=\"; dkim=pass header.d=hai-phong.example\"",
        "mx.kt1.example; dkim=fail (; dkim=pass header.d=hai-phong.example)",
        "mx.kt1.example; dkim=pass reason=\"header.d=hai-phong.example\" header.d=evil.example",
        "mx.kt1.example; dkim=pass (header.d=hai-phong.example) header.d=evil.example",
        "mx.kt1.example; spf=pass smtp.mailfrom=\"a\\\"; dkim=pass header.d=hai-phong.example",
        "mx.kt1.example 2; dkim=pass header.d=hai-phong.example",
        "x mx.kt1.example; dkim=pass header.d=hai-phong.example",
      })
  void believes_nothing_else(String header) {
    assertThat(OURS.vouchFor(ADDRESS, List.of(header))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mx.kt1.example; dmarc=pass (p=none dis=none) header.from=so.hai-phong.example",
        "mx.kt1.example; spf=fail smtp.mailfrom=bounce@elsewhere.example",
        "mx.kt1.example; arc=none; auth=pass smtp.auth=x",
        "mx.kt1.example; none",
        "mx.kt1.example; spf=pass reason=\"dkim=fail\" smtp.mailfrom=x@y.example",
        "mx.other.example; dkim=fail header.d=hai-phong.example",
        "mx.other.example; dkim=fail (an open comment",
      })
  void what_another_filter_wrote_above_decides_nothing(String above) {
    String pass = "mx.kt1.example; dkim=pass header.d=hai-phong.example";
    String fail = "mx.kt1.example; dkim=fail header.d=hai-phong.example";
    assertThat(OURS.vouchFor(ADDRESS, List.of(above, pass))).isTrue();
    assertThat(OURS.vouchFor(ADDRESS, List.of(above, above, pass, fail))).isTrue();
    assertThat(OURS.vouchFor(ADDRESS, List.of(above, fail, pass))).isFalse();
    assertThat(OURS.vouchFor(ADDRESS, List.of(above))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mx.kt1.example; dkim=none",
        "mx.kt1.example; dkim=temperror header.d=hai-phong.example",
        "mx.kt1.example; spf=pass; dkim=pass header.d=elsewhere.example",
        "mx.kt1.example; DKIM / 1 = permerror",
        "mx.kt1.example; dkim=fail (an open comment",
      })
  void what_ours_says_of_dkim_on_top_stands_against_all_below(String above) {
    String forged = "mx.kt1.example; dkim=pass header.d=hai-phong.example";
    assertThat(OURS.vouchFor(ADDRESS, List.of(above, forged))).isFalse();
  }

  @Test
  void only_the_topmost_of_our_own_headers_counts() {
    String pass = "mx.kt1.example; dkim=pass header.d=hai-phong.example";
    String fail = "mx.kt1.example; dkim=fail header.d=hai-phong.example";
    String other = "mx.other.example; dkim=fail header.d=hai-phong.example";
    assertThat(OURS.vouchFor(ADDRESS, List.of(fail, pass))).isFalse();
    assertThat(OURS.vouchFor(ADDRESS, List.of(pass, fail))).isTrue();
    assertThat(OURS.vouchFor(ADDRESS, List.of(other, pass))).isTrue();
    assertThat(OURS.vouchFor(ADDRESS, List.of())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "; dkim=pass header.d=hai-phong.example",
        "\"\"; dkim=pass header.d=hai-phong.example",
        " ; dkim=pass header.d=hai-phong.example"
      })
  void without_a_name_of_our_own_nobody_vouches(String header) {
    assertThat(new AuthenticationResults("").vouchFor(ADDRESS, List.of(header))).isFalse();
    assertThat(new AuthenticationResults(" ").vouchFor(ADDRESS, List.of(header))).isFalse();
  }
}
