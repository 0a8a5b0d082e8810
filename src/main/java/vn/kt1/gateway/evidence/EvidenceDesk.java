package vn.kt1.gateway.evidence;

import com.fasterxml.jackson.databind.util.RawValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.evidence.EvidenceLog.Numbered;
import vn.kt1.gateway.evidence.EvidenceLog.Span;
import vn.kt1.gateway.web.AnswerFields;
import vn.kt1.gateway.web.AnswerTimes;
import vn.kt1.gateway.web.Call;
import vn.kt1.gateway.web.HttpAnswer;
import vn.kt1.gateway.web.JsonText;
import vn.kt1.gateway.web.Parameters;

/** Gives auditors the rows of evidence as NDJSON, one line for each row, read page by page. */
@Component
public class EvidenceDesk {

  private static final String LINES = "application/x-ndjson";
  private static final int PAGE = 1000;

  private final EvidenceLog log;
  private final Evidence evidence;

  EvidenceDesk(EvidenceLog log, Evidence evidence) {
    this.log = log;
    this.evidence = evidence;
  }

  public HttpAnswer export(Call call) {
    Parameters parameters = Parameters.of(call);
    Instant from = parameters.time("from", Instant.EPOCH);
    Instant to = parameters.time("to", Parameters.LAST);
    parameters.end();
    long upTo = log.newest();
    Span span = call.parameters().isEmpty() ? new Span(1, upTo) : log.span(from, to);
    Map<String, String> asked = new HashMap<>(Map.of("upTo", String.valueOf(upTo)));
    call.parameters()
        .forEach((name, ignored) -> asked.put(name, (name.equals("from") ? from : to).toString()));
    evidence.record(call.actor(), "evidence-exported", "evidence", null, asked);
    return new HttpAnswer(
        200, LINES, new SequenceInputStream(new Pages(from, to, span.upTo(upTo))));
  }

  private final class Pages implements Enumeration<InputStream> {
    private final Instant from;
    private final Instant to;
    private final long last;
    private List<Numbered> next;

    Pages(Instant from, Instant to, Span span) {
      this.from = from;
      this.to = to;
      this.last = span.last();
      this.next = log.page(from, to, span.first() - 1, last, PAGE);
    }

    @Override
    public boolean hasMoreElements() {
      return !next.isEmpty();
    }

    @Override
    public InputStream nextElement() {
      ByteArrayOutputStream lines = new ByteArrayOutputStream();
      for (Numbered one : next) {
        lines.writeBytes(JsonText.of(line(one)));
        lines.write('\n');
      }
      next = log.page(from, to, next.get(next.size() - 1).seq(), last, PAGE);
      return new ByteArrayInputStream(lines.toByteArray());
    }
  }

  /** {@code detail} is copied as it was written, because the digest covers that text. */
  private static Object line(Numbered one) {
    return new AnswerFields()
        .with("seq", one.seq())
        .with("at", AnswerTimes.show(one.row().at()))
        .with("actor", one.row().actor())
        .with("act", one.row().act())
        .with("subject", one.row().subject())
        .with("detail", new RawValue(one.row().detail()))
        .with("sha256", one.row().sha256())
        .done();
  }
}
