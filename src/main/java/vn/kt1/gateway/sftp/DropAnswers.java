package vn.kt1.gateway.sftp;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.PostFile;
import vn.kt1.gateway.shipment.Receipt;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.web.AnswerFields;
import vn.kt1.gateway.web.JsonText;
import vn.kt1.gateway.web.Problem;
import vn.kt1.gateway.web.ReceiptAnswer;

/** Makes the answer that is written beside a dropped file. */
public enum DropAnswers {
  /** To a partner: the receipt, or the problem body (CONTRACT, 4.1). */
  PARTNER {
    @Override
    Supplier<InputStream> taken(Object body) {
      return ReceiptAnswer.of((Receipt) body, VIETNAMESE)::open;
    }

    @Override
    Supplier<InputStream> refused(Rejected rejected, String correlationId) {
      return Problem.of(rejected, correlationId).answer(VIETNAMESE)::open;
    }

    @Override
    boolean mayHoldContent(Code code) {
      return CONTENT.contains(code);
    }
  },
  /** To the post: how many rows were applied, and which not (CONTRACT, 4.2). */
  POST {
    @Override
    Supplier<InputStream> taken(Object body) {
      return whole(show((PostFile.Result) body));
    }

    @Override
    Supplier<InputStream> refused(Rejected rejected, String correlationId) {
      PostFile.Result nothing = new PostFile.Result(0, 0, 0, 0, List.of());
      return whole(
          show(nothing)
              .with("code", rejected.code().text())
              .with("detail", rejected.faults().get(0).detail().in(VIETNAMESE)));
    }

    @Override
    boolean mayHoldContent(Code code) {
      return false;
    }
  };

  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  /** Refusals of a file whose fields could not be checked: it may hold anything. */
  private static final Set<Code> CONTENT =
      Set.of(
          Code.CONTENT_NOT_ALLOWED,
          Code.UNKNOWN_FIELD,
          Code.HEADER_NOT_FOUND,
          Code.MALFORMED,
          Code.ENCODING,
          Code.FILE_NAME,
          Code.UNSUPPORTED_MEDIA_TYPE);

  abstract Supplier<InputStream> taken(Object body);

  abstract Supplier<InputStream> refused(Rejected rejected, String correlationId);

  abstract boolean mayHoldContent(Code code);

  private static Supplier<InputStream> whole(AnswerFields answer) {
    byte[] json = JsonText.of(answer.done());
    return () -> new ByteArrayInputStream(json);
  }

  private static AnswerFields show(PostFile.Result result) {
    return new AnswerFields()
        .with("rows", result.rows())
        .with("applied", result.applied())
        .with("duplicates", result.duplicates())
        .with("unmapped", result.unmapped())
        .with("rejected", result.rejected())
        .with("rejectedRows", result.rejectedRows().stream().map(DropAnswers::row).toList())
        .with("warnings", result.warnings().stream().map(DropAnswers::row).toList());
  }

  private static Map<String, @Nullable Object> row(PostFile.RowFault fault) {
    return new AnswerFields()
        .with("row", fault.row())
        .with("code", fault.code().text())
        .with("detail", fault.sentence().in(VIETNAMESE))
        .done();
  }
}
