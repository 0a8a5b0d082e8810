package vn.kt1.gateway.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.report.Report.Kind;
import vn.kt1.gateway.report.Report.Stage;

/**
 * A version of a report as it was made; its documents are read when they are needed.
 *
 * @param sha256 of its JSON, which holds the digests of the documents
 */
record KeptReport(
    String province,
    int year,
    int version,
    Kind kind,
    Stage stage,
    Instant asOf,
    String sha256,
    String madeBy,
    Instant madeAt,
    @Nullable Instant approvedAt,
    @Nullable Instant sentAt) {

  String id() {
    return province + "-" + year;
  }

  String fileName(Form form) {
    return "KT1-REPORT_%s_%d_v%d.%s".formatted(province, year, version, form.extension());
  }

  /** In which form it can be read. */
  enum Form {
    JSON("application/json", "content"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    PDF("application/pdf", "pdf");

    final String mediaType;
    final String column;

    Form(String mediaType, String column) {
      this.mediaType = mediaType;
      this.column = column;
    }

    String extension() {
      return this == JSON ? "json" : column;
    }
  }
}
