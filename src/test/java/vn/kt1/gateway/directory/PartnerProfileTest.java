package vn.kt1.gateway.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.shipment.HandOffField;

/**
 * What may stand in the block {@code reading} of a partner's file, and what is told of the rest.
 */
class PartnerProfileTest {

  private static final String HEAD =
      """
      name: p
      units: [H24.16, H24.31]
      sftp: true
      checksumRequired: false
      reading:
      """;

  @TempDir Path folder;

  @BeforeEach
  void copyUnitsAndProvinces() throws IOException {
    for (String file :
        List.of(
            "units/sample-units.csv", "provinces/hai-phong.yaml", "provinces/quang-ngai.yaml")) {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.copy(Path.of("config").resolve(file), folder.resolve(file));
    }
    Files.createDirectories(folder.resolve("partners"));
  }

  @Test
  void without_the_block_a_partner_writes_as_the_contract_says() throws IOException {
    write(HEAD.replace("reading:\n", ""));
    assertThat(conventions()).isEqualTo(Conventions.CONTRACT);
  }

  @Test
  void reads_every_key() throws IOException {
    write(
        HEAD
            + """
              languages: [csv, json]
              names: {Mã bì: envelope_id, noiNhan.ma: recipient_code, Số bì: ENVELOPE_ID}
              envelopes: data.danhSachBi
              words: {secrecy: {"1": NONE, Mật A: CONFIDENTIAL}, entered_in_register: {x: true}}
              charset: windows-1258
              delimiter: tab
              times: [dd/MM/yyyy HH:mm, dd/MM/yyyy]
              zone: Asia/Bangkok
              constants: {sender: H24.16, pieces: "1"}
              recipients: {separator: ",", codeAfter: "|"}
            """);
    Conventions how = conventions();
    assertThat(how.languages()).containsExactlyInAnyOrder("csv", "json");
    assertThat(how.field("MA_BI")).contains(HandOffField.ENVELOPE_ID);
    assertThat(how.field("NoiNhan.Ma")).contains(HandOffField.RECIPIENT_CODE);
    assertThat(how.field("noiNhanMa")).isEmpty();
    assertThat(how.leadsOn("noiNhan")).isTrue();
    assertThat(how.envelopes()).isEqualTo("data.danhSachBi");
    assertThat(how.word(HandOffField.SECRECY, " 1 ")).contains("NONE");
    assertThat(how.word(HandOffField.ENTERED_IN_REGISTER, "X")).contains("true");
    assertThat(how.charset()).hasToString("windows-1258");
    assertThat(how.delimiter()).isEqualTo('\t');
    assertThat(how.times()).hasSize(2);
    assertThat(how.zone()).hasToString("Asia/Bangkok");
    assertThat(how.constants()).containsEntry(HandOffField.SENDER, "H24.16");
    assertThat(how.recipients()).isEqualTo(new Conventions.RecipientList(",", "|"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      quoteCharacter = '`',
      textBlock =
          """
          langages: [csv]                            ^ unknown key langages           ^ languages?
          languages: [xls]                           ^ xls is no language             ^ xlsx?
          languages: csv                             ^ languages is no list           ^ [a, b]
          names:                                     ^ names holds no keys            ^ leave names out
          names: {Mã bì: envelop_id}                 ^ envelop_id is no column        ^ envelope_id?
          names: {Mã bì: }                           ^ Mã bì has no value             ^ a text
          names: {Trích yếu: recipient_name}         ^ no profile can let content in  ^ remove the line
          names: {van_ban.trich-yeu: recipient_name} ^ no profile can let content in  ^ remove the line
          names: {document.noiNhan: recipient_code}  ^ no profile can let content in  ^ remove the line
          names: {tri.chYeu: recipient_code}         ^ no profile can let content in  ^ remove the line
          names: {vbdTrichYeu: addressee}            ^ no profile can let content in  ^ remove the line
          names: {Ghi chú: addressee}                ^ no profile can let content in  ^ remove the line
          names: {Số TT: addressee}                  ^ no profile can let content in  ^ remove the line
          names: {Số văn bản: envelope_id}           ^ no profile can let content in  ^ remove the line
          names: {sender: recipient_code}            ^ the contract's own name of sender  ^ rename
          names: {Recipient.Name: addressee}         ^ the contract's own name of recipient_name ^ rename
          names: {Mã bì: envelope_id, MA BI: pieces} ^ stands for envelope_id already ^ one column
          names: {'--': envelope_id}                 ^ a name without letters         ^ as the partner
          names: {DoKhan: secrecy}                   ^ is a name of urgency           ^ the name under which
          names: {vb.private_level: secrecy}         ^ is a name of urgency           ^ the name under which
          words: {secrecy: {"-": NONE}}              ^ a blank has no meaning         ^ a word
          words: {secrecy: {"N/A": NONE}}            ^ a blank has no meaning         ^ a word
          words: {secrecy: {"(trống)": NONE}}        ^ a blank has no meaning         ^ a word
          words: {secrecy: {"M?t": NONE}}            ^ a blank has no meaning         ^ a word
          envelopes: data.files                      ^ no profile can let content in  ^ remove the line
          words: {secret: {x: NONE}}                 ^ unknown key secret             ^ secrecy?
          words: {secrecy: {"1": ORDINARY}}          ^ ORDINARY is no value           ^ NONE
          words: {secrecy: {"1": UNSPECIFIED}}       ^ UNSPECIFIED is no value        ^ NONE
          words: {secrecy: {"": NONE}}               ^ a blank has no meaning         ^ remove
          words: {secrecy: {Mật: NONE}}              ^ always means CONFIDENTIAL      ^ CONFIDENTIAL
          words: {secrecy: {thường: SECRET}}         ^ always means NONE              ^ NONE
          words: {secrecy: {A: NONE}}                ^ always means TOP_SECRET        ^ TOP_SECRET
          words: {secrecy: {Hồ sơ tối mật: NONE}}    ^ says SECRET, which no profile  ^ SECRET
          words: {secrecy: {Tuyệt mật (1): SECRET}}  ^ says TOP_SECRET                ^ TOP_SECRET
          words: {urgency: {khẩn: EXPRESS}}          ^ always means URGENT            ^ URGENT
          words: {urgency: {"9": UNKNOWN}}           ^ UNKNOWN is no value            ^ NORMAL
          words: {personal_only: {có: false}}        ^ always means true              ^ true
          words: {entered_in_register: {x: yes}}     ^ yes is no value                ^ false, true
          words: {network: {KT1: HAND}}              ^ always means KT1               ^ KT1
          words: {secrecy: {L1: NONE, l 1: SECRET}}  ^ means NONE already             ^ one value
          charset: windows-1252                      ^ windows-1252 is not read       ^ windows-1258
          delimiter: "/"                             ^ the delimiter is unknown       ^ tab
          times: [dd/MM/yy]                          ^ has a year of two digits       ^ dd/MM/yyyy
          times: [HH:mm]                             ^ makes no date                  ^ dd/MM/yyyy
          times: [dd/MM/yyyy hh:mm]                  ^ makes no time of day           ^ with a
          times: [dd/MM/yyyy XXX]                    ^ has an offset                  ^ ISO 8601
          times: [dd bb]                             ^ is no pattern                  ^ dd/MM/yyyy
          times: [dd/MM/yyyy, MM/dd/yyyy]            ^ reads as another day           ^ one
          zone: Hanoi                                ^ Hanoi is no time zone          ^ Asia/Ho_Chi_Minh
          constants: {secrecy: NONE}                 ^ never a constant               ^ asked
          constants: {entered_in_register: true}     ^ never a constant               ^ asked
          constants: {recipient_code: H24.31}        ^ cannot be the same for all     ^ sender
          constants: {sender: H48.16}                ^ is none of its units           ^ units
          constants: {pieces: 0}                     ^ is no number of pieces         ^ 999
          constants: {network: PLANE}                ^ PLANE is no value              ^ HAND
          recipients: {codeAfter: "|"}               ^ the key separator is missing   ^ separator
          recipients: {separator: "."}               ^ cannot part codes              ^ a sign
          recipients: {separator: ",", codeAfter: ","} ^ is the separator as well     ^ another
          """)
  void a_fault_is_told_with_its_line(String key, String wrong, String write) throws IOException {
    write(HEAD + "  # a line above\n  " + key + "\n");
    assertThat(faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.file()).endsWith("p.yaml");
              assertThat(fault.line()).isEqualTo(7);
              assertThat(fault.wrong()).contains(wrong);
              assertThat(fault.write()).contains(write);
            });
  }

  @Test
  void the_number_of_a_row_may_be_an_envelopes_id() throws IOException {
    write(HEAD + "  names: {Số TT: envelope_id, Nơi nhận văn bản: recipient_name}\n");
    assertThat(conventions().field("Số TT")).contains(HandOffField.ENVELOPE_ID);
  }

  @Test
  void a_key_without_its_language_has_no_meaning() throws IOException {
    write(HEAD + "  languages: [xlsx]\n  envelopes: data.bi\n  delimiter: \";\"\n");
    assertThat(faults())
        .extracting(Fault::line, Fault::wrong)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(7, "envelopes has no meaning without json"),
            org.assertj.core.groups.Tuple.tuple(8, "delimiter has no meaning without csv"));
  }

  @Test
  void a_key_written_twice_is_told() throws IOException {
    write(HEAD + "  names:\n    Mã bì: envelope_id\n    Mã bì: pieces\n");
    assertThat(faults())
        .anySatisfy(
            fault -> {
              assertThat(fault.line()).isEqualTo(8);
              assertThat(fault.wrong()).contains("Duplicate field");
            });
  }

  @Test
  void all_faults_are_told_at_once() throws IOException {
    write(
        HEAD.replace("sftp: true", "sfpt: true").replace("H24.31", "H99.99")
            + "  times: [x]\n  zone: y\n  words: {urgency: {z: w}}\n");
    assertThat(faults()).extracting(Fault::line).contains(1, 3, 6, 7, 8).hasSize(5);
  }

  @Test
  void a_second_address_is_the_partners_too_and_nobody_elses() throws IOException {
    String mail =
        "mail:\n  address: a@p.example\n  deliveryNotices: false\n  alsoFrom: [B@p.example]\n";
    write(HEAD.replace("reading:\n", mail));
    Directory directory = DirectoryFolder.read(folder);
    assertThat(directory.partnerByMail("b@P.example")).map(Partner::id).contains("p");
    assertThat(directory.partnerByMail("c@p.example")).isEmpty();
    Files.writeString(
        folder.resolve("partners/q.yaml"),
        HEAD.replace("reading:\n", mail.replace("a@p", "b@p").replace("B@p", "d@p")));
    assertThat(faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.wrong()).contains("its mail address is that of p"));
  }

  private Conventions conventions() {
    return DirectoryFolder.read(folder).partner("p").orElseThrow().conventions();
  }

  private List<Fault> faults() {
    return catchThrowableOfType(BadConfiguration.class, () -> DirectoryFolder.read(folder))
        .faults();
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("partners/p.yaml"), text);
  }
}
