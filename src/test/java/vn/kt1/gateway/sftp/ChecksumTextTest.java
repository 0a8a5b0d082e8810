package vn.kt1.gateway.sftp;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.testing.Cases;

/**
 * What common tools write into a {@code .sha256}; {D} stands for the digest, {S} for it in pairs.
 */
class ChecksumTextTest {

  private static final String DIGEST = Sha256.of("this file");
  private static final String OTHER = Sha256.of("another file");
  private static final String THIRD = Sha256.of("a third file");

  static List<String> tools() {
    return List.of(
        "{D}  x.csv\n",
        "{D} *x.csv\r\n",
        "{D}",
        "\n\r\n  {D}  \n",
        "\\{D}  x.csv\n",
        "{D}  ./out/x.csv\n",
        "{D}  another-name.csv\n",
        "SHA256 (x.csv) = {D}\n",
        "SHA256(x.csv)= {D}\n",
        "SHA2-256(x.csv)= {D}\n",
        "SHA2-256(stdin)= {D}\n",
        "sha256:{D}",
        "x.csv: {D}",
        "SHA256 hash of x.csv:\r\n{D}\r\nCertUtil: -hashfile command completed successfully.\r\n",
        "SHA256 hash of file C:\\out\\x.csv:\r\n{S}\r\nCertUtil: -hashfile command completed.\r\n",
        "\r\nAlgorithm       Hash                                              Path\r\n"
            + "---------       ----                                              ----\r\n"
            + "SHA256          {D}       C:\\Users\\out\\x.c...\r\n\r\n",
        "\r\n\r\nAlgorithm : SHA256\r\nHash      : {D}\r\nPath      : C:\\out\\x.csv\r\n\r\n\r\n",
        "MD5 (x.csv) = 0123456789abcdef0123456789abcdef\n"
            + "SHA256 (x.csv) = {D}\n"
            + "SHA512 (x.csv) = {D}{D}\n",
        "\"SHA256\",\"{D}\",\"C:\\out\\x.csv\"\r\n",
        "# made by a tool\n{D}  x.csv\n# end\n",
        "{D}  x.csv\n{D}  x.csv\n");
  }

  /** Lists of several files: the line of this one counts. */
  static List<String> lists() {
    return List.of(
        "{O}  a.csv\n{D}  x.csv\n{T}  b.csv\n",
        "{O}  x.csv.bak\n{D} *X.CSV\n{T}  my-x.csv\n",
        "{O}  out/a.csv\n{D}  out/x.csv\n",
        "SHA256 (a.csv) = {O}\nSHA256 (x.csv) = {D}\n",
        "SHA256 hash of a.csv:\r\n{O}\r\nSHA256 hash of x.csv:\r\n{D}\r\n",
        "Algorithm : SHA256\r\nHash      : {O}\r\nPath      : C:\\o\\a.csv\r\n\r\n"
            + "Algorithm : SHA256\r\nHash      : {D}\r\nPath      : C:\\o\\x.csv\r\n",
        "Algorithm : SHA256\r\nHash      : {D}\r\nPath      : C:\\o\\x.csv\r\n\r\n"
            + "Algorithm : SHA256\r\nHash      : {O}\r\nPath      : C:\\o\\a.csv\r\n",
        "SHA256   {O}   C:\\o\\a.csv\r\nSHA256   {D}   C:\\o\\x.csv\r\n");
  }

  static Stream<String> all() {
    return Stream.concat(tools().stream(), lists().stream());
  }

  @ParameterizedTest
  @MethodSource("all")
  void reads_what_a_tool_writes(String written) {
    assertThat(ChecksumText.digest(text(written).getBytes(UTF_8), "x.csv")).contains(DIGEST);
  }

  /** The very bytes of certutil, BSD, PowerShell's UTF-16 and a text with a byte-order mark. */
  @ParameterizedTest
  @ValueSource(strings = {"bom", "bsd", "certutil", "powershell-utf16"})
  void reads_the_bytes_of_a_tool(String tool) throws IOException {
    byte[] written = Cases.post("11-checksum-dialects/" + tool + ".sha256");
    assertThat(ChecksumText.digest(written, "x.csv"))
        .contains("2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881");
  }

  @Property
  void in_any_encoding_case_and_ending_of_lines(
      @ForAll("writings") String written,
      @ForAll boolean upper,
      @ForAll("encodings") Charset charset,
      @ForAll boolean marked,
      @ForAll boolean windows) {
    String text = text(written).replace("\r\n", "\n").replace("\n", windows ? "\r\n" : "\n");
    String whole = (marked ? "\uFEFF" : "") + (upper ? text.toUpperCase(Locale.ROOT) : text);
    assertThat(ChecksumText.digest(whole.getBytes(charset), "x.csv")).contains(DIGEST);
  }

  @Provide
  Arbitrary<String> writings() {
    return Arbitraries.of(all().toList());
  }

  @Provide
  Arbitrary<Charset> encodings() {
    return Arbitraries.of(UTF_8, UTF_16LE, UTF_16BE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "x.csv",
        "MD5 (x.csv) = 0123456789abcdef0123456789abcdef",
        "SHA512 (x.csv) = {D}{O}",
        "{D}0",
        "a{D}",
        "{O}  a.csv\n{T}  b.csv\n",
        "{O}  x.csv\n{D}  x.csv\n",
        "<html>not found</html>"
      })
  void what_holds_no_one_digest_of_the_file_has_none(String written) {
    assertThat(ChecksumText.digest(text(written).getBytes(UTF_8), "x.csv")).isEmpty();
  }

  private static String text(String written) {
    return written
        .replace("{D}", DIGEST)
        .replace("{S}", DIGEST.replaceAll("..(?!$)", "$0 "))
        .replace("{O}", OTHER)
        .replace("{T}", THIRD);
  }
}
