package vn.kt1.gateway.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever comes in becomes a hand-off within the limits, or a refusal; never anything else. */
class IntakeFuzzTest {

  private static final Path SAMPLES = Path.of("src/test/resources/samples/intake");

  /** A part of the message from one place to another, replaced. */
  record Edit(int from, int length, byte[] by) {
    byte[] apply(byte[] bytes) {
      int start = Math.min(from, bytes.length);
      int end = Math.min(start + length, bytes.length);
      byte[] edited = Arrays.copyOf(bytes, bytes.length - (end - start) + by.length);
      System.arraycopy(by, 0, edited, start, by.length);
      System.arraycopy(bytes, end, edited, start + by.length, bytes.length - end);
      return edited;
    }
  }

  @Property(tries = 500)
  void random_bytes_are_judged(@ForAll byte[] bytes) {
    judged("json", null, bytes);
    judged("csv", "HP-1.csv", bytes);
    judged("xml", "HP-1.xml", bytes);
  }

  @Property(tries = 500)
  void random_texts_are_judged(@ForAll String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    judged("json", null, bytes);
    judged("csv", text + ".csv", bytes);
    judged("csv", null, ("sender,envelope_id," + text).getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 300)
  void a_mutated_json_message_is_judged(
      @ForAll("jsonSamples") byte[] sample, @ForAll("edits") List<Edit> edits) {
    judged("json", null, edited(sample, edits));
  }

  @Property(tries = 300)
  void a_mutated_csv_file_is_judged(
      @ForAll("csvSamples") byte[] sample, @ForAll("edits") List<Edit> edits) {
    judged("csv", "HP-1.csv", edited(sample, edits));
  }

  @Property(tries = 300)
  void a_mutated_edxml_message_is_judged(
      @ForAll("xmlSamples") byte[] sample, @ForAll("edits") List<Edit> edits) {
    judged("xml", "HP-1.xml", edited(sample, edits));
  }

  @Property(tries = 500)
  void random_texts_in_edxml_are_judged(@ForAll String text, @ForAll String more) {
    String message = "<a><MessageHeader><To><%s%s</To></MessageHeader></a>";
    judged("xml", text + ".xml", message.formatted(text, more).getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] edited(byte[] sample, List<Edit> edits) {
    byte[] bytes = sample;
    for (Edit edit : edits) {
      bytes = edit.apply(bytes);
    }
    return bytes;
  }

  private static void judged(String language, @Nullable String fileName, byte[] bytes) {
    Verdict.on(bytes, () -> new Desk().handOver(language, fileName, bytes));
  }

  @Provide
  Arbitrary<byte[]> jsonSamples() {
    return samples(
        "JsonLanguage", "all-fields", "minimal", "every-kind-of-fault", "forbidden-emptied");
  }

  @Provide
  Arbitrary<byte[]> xmlSamples() {
    return samples(
        "EdXmlLanguage",
        "two-tos",
        "soap-of-e-doc",
        "go-vn",
        "utf-16-le",
        "replacement-twice-the-same",
        "word-split-by-cdata",
        "billion-laughs");
  }

  @Provide
  Arbitrary<byte[]> csvSamples() {
    return samples(
        "CsvLanguage",
        "all-fields",
        "minimal",
        "yes-and-no",
        "quoted-newline-and-delimiter",
        "utf-16le");
  }

  private static Arbitrary<byte[]> samples(String language, String... names) {
    Map<String, String> endings =
        Map.of("JsonLanguage", ".in.json", "CsvLanguage", ".in.csv", "EdXmlLanguage", ".in.xml");
    String ending = endings.get(language);
    return Arbitraries.of(names)
        .map(name -> bytes(SAMPLES.resolve(language).resolve(name + ending)));
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Provide
  Arbitrary<List<Edit>> edits() {
    Arbitrary<byte[]> bits =
        Arbitraries.of(
                "",
                "{",
                "}",
                "[",
                "]",
                "\"",
                ",",
                ":",
                ";",
                "\n",
                "\r\n",
                "\t",
                "null",
                "0",
                "-1",
                "1e9",
                "true",
                "{}",
                "[]",
                "\\u0000",
                "\u00a0",
                "\u202e",
                "\ud83d\ude00",
                "NONE",
                "A",
                "/",
                "~",
                "\"envelopes\":{\"a\":1}",
                "\"subject\":",
                "9".repeat(40),
                "envelope_id",
                "H24.16",
                "<",
                ">",
                "&",
                "<a>",
                "</a>",
                "<To>",
                "</MessageHeader>",
                "<![CDATA[",
                "]]>",
                "<!--",
                "<?xml?>",
                "<!DOCTYPE a>",
                "&a;",
                "&#0;",
                "MẬT",
                "<OrganId>",
                " a:b='c'",
                " ")
            .map(text -> text.getBytes(StandardCharsets.UTF_8));
    Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(4);
    return Combinators.combine(
            Arbitraries.integers().between(0, 700),
            Arbitraries.integers().between(0, 20),
            Arbitraries.oneOf(bits, noise))
        .as(Edit::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }
}
