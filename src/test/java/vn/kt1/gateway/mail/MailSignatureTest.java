package vn.kt1.gateway.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.BERTaggedObject;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.testing.Signer;

/** A mail is believed by the signature over it, and only what that covers is read. */
@ExtendWith(OutputCaptureExtension.class)
class MailSignatureTest {
  private static final String P = "p@office.example";
  private static final String Q = "q@office.example";
  private static final String PASS =
      "Authentication-Results: mx.kt1.example; dkim=pass header.d=office.example\r\n";
  private static final Signer SIGNER = Signer.valid();
  private static final String PART = SignedLetters.part("A-1.csv", "signed");
  private static final byte[] BYTES = PART.getBytes(ISO_8859_1);
  private static final Instant NOW = Instant.now();

  @Test
  void a_signature_beside_or_around_the_file_is_believed() throws Exception {
    assertThat(read(SignedLetters.detached(P, PART, SIGNER))).contains("A-1.csv signed");
    assertThat(read(SignedLetters.opaque(P, SIGNER.sign(BYTES, false)))).contains("A-1.csv signed");
  }

  @ParameterizedTest
  @CsvSource({"RSA, 2048, SHA256", "RSA, 3072, SHA512", "EC, 384, SHA384", "EC, 256, SHA3-256"})
  void keys_and_digests_of_today_are_believed(String algorithm, int size, String digest)
      throws Exception {
    Signer signer = Signer.of(algorithm, size);
    byte[] signature = Signer.sign(BYTES, true, digest, NOW, List.of(signer));
    assertThat(read(SignedLetters.detached(P, PART, signature), signer, NOW)).isPresent();
  }

  @Test
  void the_names_other_mail_programs_write_are_understood() throws Exception {
    String mail = SignedLetters.detached(PART, SIGNER.sign(BYTES, true));
    assertThat(read(SignedLetters.letter(P, mail.replace("pkcs7-sig", "x-pkcs7-sig")))).isPresent();
    assertThat(
            read(
                SignedLetters.letter(
                    P,
                    mail.replace("multipart/signed", "Multipart/Signed")
                        .replace("application/pkcs7", "Application/PKCS7"))))
        .isPresent();
  }

  @Test
  void a_changed_mail_is_a_strangers(CapturedOutput output) throws Exception {
    String tampered = PART.replace("A-1", "A-2");
    assertStranger(
        SignedLetters.detached(P, tampered, SIGNER.sign(BYTES, true)), "TAMPERED", output);
    byte[] signed = SIGNER.sign(BYTES, false);
    signed[new String(signed, ISO_8859_1).indexOf("A-1")]++;
    assertStranger(SignedLetters.opaque(P, signed), "TAMPERED", output);
  }

  @Test
  void another_certificate_proves_nothing(CapturedOutput output) throws Exception {
    Signer other = Signer.valid();
    assertStranger(SignedLetters.detached(P, PART, other), "OTHER_CERTIFICATE", output);
    assertStranger(
        SignedLetters.detached(P, PART, SIGNER.certifiedAgain()), "OTHER_CERTIFICATE", output);
    assertStranger(
        SignedLetters.detached(P, PART, new Signer(other.keys(), SIGNER.certificate())),
        "TAMPERED",
        output);
  }

  @Test
  void the_certificate_of_one_proves_nothing_of_another(CapturedOutput output) throws Exception {
    assertStranger(SignedLetters.detached(Q, PART, SIGNER), "OTHER_CERTIFICATE", output);
    assertThat(read(SignedLetters.detached("stranger@office.example", PART, SIGNER))).isEmpty();
    assertThat(read(SignedLetters.detached("r@office.example", PART, SIGNER))).isEmpty();
  }

  @Test
  void a_certificate_is_believed_in_its_own_time_only(CapturedOutput output) throws Exception {
    Instant tomorrow = NOW.plus(Duration.ofDays(1));
    Instant yesterday = NOW.minus(Duration.ofDays(1));
    Signer ending = Signer.valid(yesterday, NOW.plus(Duration.ofHours(1)));
    Signer coming = Signer.valid(NOW.minus(Duration.ofHours(1)), tomorrow);
    assertThat(read(SignedLetters.detached(P, PART, ending), ending, NOW)).isPresent();
    assertThat(read(SignedLetters.detached(P, PART, ending), ending, tomorrow)).isEmpty();
    assertThat(read(SignedLetters.detached(P, PART, coming), coming, yesterday)).isEmpty();
    assertThat(output.getAll()).contains("CERTIFICATE_NOT_VALID_NOW");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SHA1", "MD5", "SHA224"})
  void an_old_digest_proves_nothing(String digest, CapturedOutput output) throws Exception {
    Signer signer = Signer.of("RSA", 2048);
    byte[] signature = Signer.sign(BYTES, true, digest, NOW, List.of(signer));
    assertThat(read(SignedLetters.detached(P, PART, signature), signer, NOW)).isEmpty();
    assertThat(output.getAll()).contains("WEAK");
  }

  @Test
  void an_old_digest_named_by_the_signature_alone_proves_nothing(CapturedOutput output)
      throws Exception {
    Signer signer = Signer.of("RSA", 2048);
    byte[] signature = signer.sign(BYTES, true);
    byte[] rsa = HexFormat.of().parseHex("06092a864886f70d0101");
    int named = new String(signature, ISO_8859_1).lastIndexOf(new String(rsa, ISO_8859_1));
    // It becomes that of sha1WithRSAEncryption.
    signature[named + rsa.length] = 5;
    assertThat(read(SignedLetters.detached(P, PART, signature), signer, NOW)).isEmpty();
    assertThat(output.getAll()).contains("WEAK");
  }

  @Test
  void there_is_one_signer(CapturedOutput output) throws Exception {
    byte[] two = Signer.sign(BYTES, true, "SHA256", NOW, List.of(SIGNER, Signer.valid()));
    assertStranger(SignedLetters.detached(P, PART, two), "SIGNERS", output);
    byte[] none = Signer.sign(BYTES, true, "SHA256", NOW, List.of());
    assertStranger(SignedLetters.detached(P, PART, none), "SIGNERS", output);
  }

  @Test
  void what_was_signed_long_ago_or_is_to_come_is_not_believed(CapturedOutput output)
      throws Exception {
    MimeMessage mail = SignedLetters.detached(P, PART, SIGNER);
    assertThat(read(mail, SIGNER, NOW.plus(Duration.ofDays(14)))).isPresent();
    assertThat(read(mail, SIGNER, NOW.minus(Duration.ofDays(14)))).isPresent();
    assertThat(read(mail, SIGNER, NOW.plus(Duration.ofDays(16)))).isEmpty();
    assertThat(read(mail, SIGNER, NOW.minus(Duration.ofDays(16)))).isEmpty();
    byte[] timeless = Signer.sign(BYTES, true, "SHA256", null, List.of(SIGNER));
    assertStranger(SignedLetters.detached(P, PART, timeless), "SIGNING_TIME", output);
  }

  @Test
  void what_stands_beside_the_signed_part_is_not_proven() throws Exception {
    String signed = SignedLetters.detached(PART, SIGNER.sign(BYTES, true));
    String other = SignedLetters.part("B-1.csv", "not signed");
    assertThat(read(SignedLetters.wrapped(P, signed, other))).isEmpty();
    assertThat(read(SignedLetters.letter(P, signed.replace("--=_out?--", third(other))))).isEmpty();
    assertThat(read(SignedLetters.letter(P, signed + "\r\n" + other))).contains("A-1.csv signed");
    assertThat(read(SignedLetters.letter(P, signed.replace("This is a signed mail.\r\n", other))))
        .contains("A-1.csv signed");
  }

  private static String third(String part) {
    return "--=_out?\r\n" + part + "\r\n--=_out?--";
  }

  @Test
  void two_contents_are_none() throws Exception {
    byte[] holding = SIGNER.sign(BYTES, false);
    String other = SignedLetters.part("B-1.csv", "not signed");
    assertThat(read(SignedLetters.detached(P, other, holding))).isEmpty();
    assertThat(read(SignedLetters.detached(P, PART, holding))).isEmpty();
    assertThat(read(SignedLetters.opaque(P, SIGNER.sign(BYTES, true)))).isEmpty();
  }

  /** Structures that end too early, or lie about their length. */
  private static final List<String> CUT_OR_LYING =
      List.of(
          "",
          "30",
          "3001",
          "3080",
          "300302",
          "3003020201",
          "3004308000",
          "04308000",
          "0480",
          "30847fffffff",
          "3084ffffffff",
          "3089010000000000000000",
          "3fffff");

  @Test
  void broken_and_hostile_structures_are_a_strangers(CapturedOutput output) throws Exception {
    for (String hex : CUT_OR_LYING) {
      assertUnreadable(HexFormat.of().parseHex(hex), output);
    }
    assertUnreadable("x".getBytes(ISO_8859_1), output);
    String mail = SignedLetters.detached(PART, SIGNER.sign(BYTES, true));
    for (String cut : List.of("--=_out?--", "Content-Type: application/pkcs7-signature")) {
      MimeMessage half = SignedLetters.letter(P, mail.substring(0, mail.indexOf(cut)));
      assertStranger(half, "UNREADABLE", output);
    }
    assertThat(output.getAll()).doesNotContain("office.example", "A-1");
  }

  /** Its parser descends by recursion: the limit that guards our stack is Bouncy Castle's own. */
  @Test
  void a_structure_of_any_kind_that_goes_too_deep_is_a_strangers(CapturedOutput output)
      throws Exception {
    byte[] cut = HexFormat.of().parseHex("3080".repeat(50_000));
    assertUnreadable(cut, output);
    ASN1Encodable definite = new ASN1Integer(1);
    ASN1Encodable indefinite = new ASN1Integer(1);
    ASN1Encodable tagged = new ASN1Integer(1);
    for (int depth = 0; depth < 500; depth++) {
      definite = new DERSequence(definite);
      indefinite = new BERSequence(indefinite);
      tagged = new BERTaggedObject(true, 1000, tagged);
    }
    for (ASN1Encodable deep : List.of(definite, indefinite, tagged)) {
      assertUnreadable(deep.toASN1Primitive().getEncoded(ASN1Encoding.BER), output);
      ContentInfo signed = new ContentInfo(PKCSObjectIdentifiers.signedData, deep);
      assertUnreadable(signed.getEncoded(ASN1Encoding.BER), output);
    }
  }

  private static void assertUnreadable(byte[] cms, CapturedOutput output) throws Exception {
    assertStranger(SignedLetters.detached(P, PART, cms), "UNREADABLE", output);
    assertStranger(SignedLetters.opaque(P, cms), "UNREADABLE", output);
  }

  @Test
  void a_mail_beyond_the_limit_is_not_fetched(CapturedOutput output) throws Exception {
    String part = SignedLetters.part("A-1.csv", "x".repeat(300 << 10));
    assertStranger(SignedLetters.detached(P, part, SIGNER), "TOO_LARGE", output);
  }

  @Test
  void a_mail_larger_than_its_server_has_said_is_not_read_to_its_end(CapturedOutput output)
      throws Exception {
    String part = SignedLetters.part("A-1.csv", "x".repeat(300 << 10));
    MimeMessage large =
        new MimeMessage(SignedLetters.detached(P, part, SIGNER)) {
          @Override
          public int getSize() {
            return 1;
          }
        };
    assertStranger(large, "UNREADABLE", output);
  }

  @Test
  void our_servers_word_counts_as_before_where_the_signature_does_not() throws Exception {
    String signed = SignedLetters.detached(PART, SIGNER.sign(BYTES, true));
    String tampered = PASS + signed.replace("A-1", "A-2");
    assertThat(read(SignedLetters.letter(P, tampered))).contains("A-2.csv signed");
    assertThat(read(SignedLetters.letter(P, PASS + signed))).contains("A-1.csv signed");
    assertThat(read(SignedLetters.letter("r@office.example", PASS + signed))).isPresent();
  }

  private static void assertStranger(MimeMessage mail, String flaw, CapturedOutput output)
      throws Exception {
    int before = output.getAll().length();
    assertThat(read(mail)).isEmpty();
    assertThat(output.getAll().substring(before)).endsWith("not believed: " + flaw + "\n");
  }

  private static Optional<String> read(MimeMessage mail) throws Exception {
    return read(mail, SIGNER, NOW);
  }

  /** Name and content of the file, if it is believed that {@code p} has sent it. */
  private static Optional<String> read(MimeMessage mail, Signer signer, Instant now)
      throws Exception {
    Directory directory =
        new Directory(
            List.of(),
            List.of(),
            List.of(partner("p", signer), partner("q", Signer.of("EC", 256)), partner("r", null)));
    MailOrigin origin = new MailOrigin(directory, settings(), Clock.fixed(now, ZoneOffset.UTC));
    Optional<MailSender> sender;
    try {
      sender = origin.sender(mail);
    } catch (UnprovenMail e) {
      return Optional.empty();
    }
    if (sender.isEmpty()) {
      return Optional.empty();
    }
    MailFile file = MailFile.of(MailParts.of(sender.get().proven()), 1 << 20);
    return Optional.of(file.name() + " " + new String(file.content(), ISO_8859_1));
  }

  private static Partner partner(String id, @Nullable Signer signer) {
    var certificate = signer == null ? null : signer.certificate();
    Partner.Mail mail = new Partner.Mail(id + "@office.example", false, certificate);
    return new Partner(id, id, Set.of(), false, false, mail);
  }

  private static MailSettings settings() {
    return new Binder(
            new MapConfigurationPropertySource(
                Map.of(
                    "gateway.mail.auth-server", "mx.kt1.example",
                    "gateway.mail.largest-mail", "200KB")))
        .bind("gateway.mail", MailSettings.class)
        .get();
  }
}
