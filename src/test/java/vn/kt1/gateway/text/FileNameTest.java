package vn.kt1.gateway.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a name says of a file: being written, a digest, or a file to be taken. */
class FileNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.csv.part",
        "a.csv.PART",
        "a.csv.filepart",
        "a.csv.partial",
        "a.csv.4f3a.partial",
        "a.csv.tmp",
        "a.tmp",
        "a.csv.in_progress",
        "a.csv.inprogress",
        "a.csv.crdownload",
        "a.csv.uploading",
        "a.csv.upload",
        "a.csv~",
        ".a.csv",
        ".a.csv.Xy12Zz",
        ".a.csv.swp",
        "a.csv.swp",
        "~$a.xlsx",
        "#a.csv#",
        ".lftp-pget-status",
        "a.csv.lftp",
        "a.csv.part12",
        "a.csv.part.1",
        "a.csv.tmp-12345",
        "a.csv.lftp-pget-status",
        "a.csv.opdownload",
        "a.csv.fdmdownload",
        "a.csv.ftpinprogress",
        "a.csv.kate-swp",
        "a.csv.unfinished",
        ".~lock.a.xlsx#",
        ".in.a.csv",
        "Thumbs.db",
        "desktop.ini",
        "~$Bao cao.docx",
        "a.csv.lock"
      })
  void a_name_that_programs_give_while_they_write_is_temporary(String name) {
    assertThat(FileName.temporary(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.csv",
        "part.csv",
        "tmp.json",
        "A.part.csv",
        "a.xlsx",
        "a.pdf",
        "Báo cáo số 12.pdf",
        "partial.xml",
        "upload.csv",
        "uploading-1.csv",
        "a~b.csv",
        "#1.csv",
        "lock.csv",
        "a.party",
        "x.edxml",
        "HP-2026-11-30_0001.csv",
        "tmpfile",
        "A.tmp.1.csv",
        "A.part-2.xlsx",
        "download.csv",
        "checksums.csv",
        "sha256.json",
        "~a.csv"
      })
  void any_other_name_is_no_temporary_one(String name) {
    assertThat(FileName.temporary(name)).isFalse();
    assertThat(FileName.digest(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.csv.sha256",
        "a.csv.SHA256",
        "a.csv.sha256.txt",
        "a.csv.md5",
        "a.csv.MD5",
        "a.csv.sha1",
        "a.csv.sha512",
        "a.csv.sha256sum",
        "a.csv.md5sum",
        "a.csv.sha-256",
        "a.csv.sha1.txt",
        "SHA256SUMS",
        "sha256sum.txt",
        "MD5SUMS",
        "checksums.txt"
      })
  void a_digest_beside_a_file_is_no_file_to_be_taken(String name) {
    assertThat(FileName.digest(name)).isTrue();
    assertThat(FileName.temporary(name)).isFalse();
    assertThat(FileName.checksum(name)).isEqualTo(name.equalsIgnoreCase("a.csv.sha256"));
  }

  @ParameterizedTest
  @CsvSource({
    "a.json,json",
    "a.CSV,csv",
    "a.b.xlsx,xlsx",
    "a.xml,xml",
    "a.edxml,xml",
    "a.EdXML,xml",
    "edxml,''",
    "csv,''",
    "a.edxml.pdf,pdf",
    "a.docx,docx",
    "a.,''"
  })
  void the_ending_tells_the_language(String name, String language) {
    assertThat(FileName.language(name)).isEqualTo(language);
  }
}
