package vn.kt1.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a scanner writes into every place it finds. All of it carries {@link #MARK}, by which it is
 * known again wherever it should not be.
 */
public final class Hostile {

  /** Stands in every input and nowhere else. */
  public static final String MARK = "kt1Hostile" + Long.toString(System.nanoTime(), 36);

  /** What {@link #SUM} comes to, should anything ever work it out. */
  public static final String WORKED_OUT = "62615533";

  private static final String SUM = "7919*7907";

  /** An input; {@code encoded} already for an address, so that it is not escaped once more. */
  public record Input(String text, boolean encoded) {

    /** As it stands in an address. */
    public String inAddress() {
      return encoded ? text : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
  }

  /** Two questions that a database answers differently, and whoever only reads texts alike. */
  public record Pair(Input yes, Input no) {}

  public static final List<Pair> PAIRS =
      List.of(pair("' or 1=1 -- ¤", "' and 1=2 -- ¤"), pair("1 or 1=1 /*¤*/", "1 and 1=2 /*¤*/"));

  /** As a text and, where an address makes a difference, as it stands in one. */
  public static final List<Input> INPUTS =
      Stream.concat(
              Stream.of(
                      // SQL: stacked, timed, united, written to a file, as named and numbered
                      // parameters, as a pattern
                      "';select pg_sleep(60)--¤",
                      "1 and (select 1 from pg_sleep(60))=1--¤",
                      "'||pg_sleep(60)||'¤",
                      "';drop table login cascade;--¤",
                      "';update login set role='ADMIN'--¤",
                      "' union all select name,password_hash,role from login--¤",
                      "';copy (select '¤') to '/tmp/¤.txt'--",
                      "\\';delete from partner_token where '¤'='¤",
                      ":units ? ?1 $1 {call ¤}",
                      "$$¤$$::regclass",
                      // other databases and directories
                      "{\"$gt\":\"\",\"$where\":\"sleep(60000)||'¤'\"}",
                      "*)(uid=*))(|(cn=¤",
                      "' or count(/*)=1 or '¤'='",
                      // files
                      "../../../../../../../../etc/passwd\u0000¤",
                      "..\\..\\..\\..\\windows\\win.ini¤",
                      // languages that work something out: Simple, SpEL, property placeholders,
                      // OGNL, templates, JNDI
                      "${" + SUM + "}¤",
                      "#{" + SUM + "}¤",
                      "{{" + SUM + "}}¤",
                      "${bean:logins?method=toString}${header.CamelFileName}¤",
                      "${exchange.context.stop()}¤",
                      "T(java.lang.Runtime).getRuntime().exec('touch /tmp/¤')",
                      "%{(@java.lang.Runtime@getRuntime().exec('touch /tmp/¤'))}",
                      "<%=" + SUM + "%>[[${" + SUM + "}]]<#assign x=1>¤",
                      "${jndi:ldap://127.0.0.1:9/¤}",
                      // a shell, another server, an entity, a format, a page, a spreadsheet
                      ";touch /tmp/¤;$(touch /tmp/¤)|`id`",
                      "http://127.0.0.1:9/latest/meta-data/¤",
                      "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;¤</a>",
                      "%s%n%1$99999d{0}{1}%¤",
                      "\"><script>alert('¤')</script>",
                      "=cmd|'/C calc'!¤",
                      // lines, blanks and letters that are not what they look like
                      "¤\r\nX-Hostile: ¤\r\n\r\n<html>",
                      "¤\u0000\u0001\u001b[2J\u007f",
                      "\u02bc or 1=1\u202e\u200b\ufeff\uff1cscript\uff1e¤",
                      "I\u0307\u0301\u1e9e\ud83d\udca9¤".repeat(4),
                      "¤".repeat(150))
                  .map(text -> new Input(marked(text), false)),
              Stream.of(
                      "..%2f..%2f..%2f..%2fetc%2fpasswd%00¤",
                      "%252e%252e%252f%252e%252e%252fetc%252fpasswd¤",
                      "%c0%ae%c0%ae%c0%af¤",
                      "¤%0d%0aX-Hostile:%20¤",
                      ";jsessionid=¤",
                      "../../actuator/health?¤",
                      "%u0027%20or%201=1¤",
                      "%zz%¤")
                  .map(text -> new Input(marked(text), true)))
          .toList();

  private Hostile() {}

  private static Pair pair(String yes, String no) {
    return new Pair(new Input(marked(yes), false), new Input(marked(no), false));
  }

  private static String marked(String text) {
    return text.replace("¤", MARK);
  }
}
