package vn.kt1.gateway.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.directory.Conventions;
import vn.kt1.gateway.directory.Conventions.RecipientList;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.directory.TimeForm;
import vn.kt1.gateway.shipment.HandOffField;

/** The same for a partner that has its own names, words, times, encoding and lists (SYNTHETIC). */
class ConventionsFuzzTest {

  private static final Conventions OWN =
      new Conventions(
          Conventions.ALL_LANGUAGES,
          Map.of(
              "MADOT", HandOffField.HAND_OFF_ID,
              "NOIGUI", HandOffField.SENDER,
              "LUC", HandOffField.HANDED_OFF_AT,
              "BI.MABI", HandOffField.ENVELOPE_ID,
              "BI", HandOffField.ENVELOPE_ID,
              "NOINHAN", HandOffField.RECIPIENT_CODE,
              "DOMAT", HandOffField.SECRECY,
              "VAOSO", HandOffField.ENTERED_IN_REGISTER),
          "dot.bi",
          Map.of(
              HandOffField.SECRECY, Map.of("1", "CONFIDENTIAL", "2", "SECRET"),
              HandOffField.ENTERED_IN_REGISTER, Map.of("X", "true", "O", "false")),
          Charset.forName("windows-1258"),
          null,
          List.of(form("dd/MM/uuuu HH:mm"), form("dd/MM/uuuu")),
          ZoneId.of("Asia/Ho_Chi_Minh"),
          Map.of(HandOffField.SENDER, "H24.16", HandOffField.PIECES, "1"),
          new RecipientList(",", "|"));

  private static TimeForm form(String pattern) {
    return new TimeForm(
        pattern, DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT));
  }

  private static final Set<String> UNITS = Set.of("H24.16", "H24.31", "H24.61");
  private static final Caller CALLER = new Caller("hp-eoffice", Role.PARTNER, UNITS, null);

  private final Normaliser normaliser =
      new Normaliser(
          new Directory(
              List.of(),
              List.of(),
              List.of(
                  new Partner(
                      "hp-eoffice", "HP", UNITS, true, false, null, null, OWN, List.of(), null))),
          IntakeSettings.usual(),
          Clock.fixed(Desk.NOW, ZoneOffset.UTC));

  @Property(tries = 2000)
  void a_table_in_own_words_is_judged(@ForAll("cells") List<String> cells) {
    judged("csv", "ma dot;noi gui;luc;bi;noi nhan;do mat;vao so\n" + String.join(";", cells));
  }

  @Property(tries = 2000)
  void a_message_in_own_paths_is_judged(@ForAll("cells") List<String> cells) {
    String text = String.join("\", \"", cells).replace("\n", "");
    judged(
        "json",
        """
        {"ma_dot": "HP-1", "luc": "22/11/2026 09:00",
         "dot": {"x": null, "bi": [{"bi": {"ma_bi": "1"}, "noi nhan": "%s", "do-mat": "%s"}]}}
        """
            .formatted(cells.get(0), text));
  }

  @Property(tries = 500)
  void random_bytes_are_judged(@ForAll byte[] bytes) {
    for (String language : Conventions.ALL_LANGUAGES) {
      judged(language, new String(bytes, StandardCharsets.ISO_8859_1));
    }
  }

  private void judged(String language, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    Verdict.on(bytes, () -> normaliser.normalise(CALLER, language, "HP-1." + language, bytes));
  }

  @Provide
  Arbitrary<List<String>> cells() {
    Arbitrary<String> known =
        Arbitraries.of(
            "",
            "HP-1",
            "H24.16",
            "H24.31",
            "12|H24.31, 15|H24.02",
            "|,|,|",
            "22/11/2026 09:00",
            "30/02/2026",
            "22/11/2026",
            "1",
            "2",
            "X",
            "O",
            "\u00cc",
            "\"",
            "\n",
            ";",
            "=1+1");
    return Arbitraries.oneOf(known, Arbitraries.strings().ofMaxLength(10))
        .list()
        .ofMinSize(1)
        .ofMaxSize(9);
  }
}
