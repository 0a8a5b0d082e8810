package vn.kt1.gateway.directory.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.gateway.directory.BadConfiguration.Fault;

/** How a file in YAML becomes a record, and what is told where it does not. */
class YamlFileTest {

  record Inside(@Key(needed = true) int number) {}

  record Sample(
      YamlBlock block,
      @Key(needed = true) String name,
      @Key(needed = true, empty = true) List<String> units,
      @Key(empty = true) @Nullable Inside inside,
      @Nullable Inside strict,
      boolean flag) {}

  private static final String GOOD = "name: Tên\nunits: []\n";

  @TempDir private Path folder;
  private final List<Fault> faults = new ArrayList<>();

  @Test
  void a_key_without_a_value_may_count_as_left_out() throws IOException {
    Sample read = read(GOOD + "inside:\n");
    assertThat(faults).isEmpty();
    assertThat(read)
        .extracting(Sample::inside, Sample::strict, Sample::flag)
        .containsExactly(null, null, false);
    assertThat(read.units()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"UTF-8, ''", "UTF-8, \uFEFF", "UTF-16LE, \uFEFF", "UTF-16BE, \uFEFF"})
  void a_file_may_begin_with_the_mark_of_its_encoding(Charset charset, String mark)
      throws IOException {
    Files.write(folder.resolve("a.yaml"), (mark + GOOD).getBytes(charset));
    assertThat(YamlFile.read(folder.resolve("a.yaml"), Sample.class, faults))
        .extracting(Sample::name)
        .isEqualTo("Tên");
  }

  /** Every text may come to stand in a mail, on a page or in a line of an answer. */
  @ParameterizedTest
  @ValueSource(strings = {"a\\nb", "a\\u0000b", "a\\u202eb", "a\\u2028b"})
  void a_text_with_a_sign_that_cannot_be_printed_is_a_fault(String text) throws IOException {
    read("name: \"" + text + "\"\nunits: []\n");
    assertThat(faults)
        .singleElement()
        .satisfies(fault -> assertThat(fault.line()).isEqualTo(1))
        .extracting(Fault::wrong)
        .asString()
        .contains("cannot be printed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          strict:                | 3 | strict holds no keys
          strict: {number: x}    | 3 | number is not a valid number
          inside: {numbr: 1}     | 3 | unknown key numbr
          inside: [1]            | 3 | inside holds no keys
          flag:                  | 3 | flag has no value
          flag: 1                | 3 | flag is none of its values
          name: again            | 3 | Duplicate field 'name'
          block: x               | 3 | unknown key block
          ? [a, b]               | 3 | unknown key
          '  - x'                | 3 | no YAML: expected <block end>
          ---                    | 3 | no YAML: but found another document
          flag: &a [*a]          | 3 | flag has no value
          """)
  void a_fault_has_its_line(String text, int line, String wrong) throws IOException {
    read(GOOD + text + "\n");
    assertThat(faults)
        .anySatisfy(
            fault -> {
              assertThat(fault.line()).isEqualTo(line);
              assertThat(fault.wrong()).startsWith(wrong);
              assertThat(fault.toString().lines()).hasSize(1);
            });
  }

  @Test
  void what_holds_no_keys_is_no_record() throws IOException {
    for (String text : List.of("", "# nothing\n", "- a\n", "a", "\u0001: x")) {
      faults.clear();
      assertThat(read(text)).isNull();
      assertThat(faults).as(text).hasSize(1);
    }
    faults.clear();
    Files.write(folder.resolve("a.yaml"), "name: Tê".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(YamlFile.read(folder.resolve("a.yaml"), Sample.class, faults)).isNull();
    assertThat(faults).hasSize(1);
  }

  @Test
  void the_record_of_a_file_is_made_without_its_keys_and_says_so() throws IOException {
    Sample read = read("units: [a, ~]\n");
    assertThat(read.block().broken()).isTrue();
    assertThat(read.units()).containsExactly("a");
    assertThat(faults).hasSize(2);
  }

  private Sample read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), text);
    return YamlFile.read(file, Sample.class, faults);
  }
}
