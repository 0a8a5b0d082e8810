package vn.kt1.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.intake.IntakeSettings;
import vn.kt1.gateway.intake.Normaliser;
import vn.kt1.gateway.shipment.HandOff;

/**
 * Rows a second of each language of hand-offs, beside a bare parser that only walks over the same
 * bytes in the same run: what guard, normalising and records cost on top of it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(IntakeFormats.ROWS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx512m")
public class IntakeFormats {

  static final int ROWS = 10_000;

  private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
  private static final Caller CALLER =
      new Caller("bench", Caller.Role.PARTNER, Set.of("H24.16"), null);

  @Param({"json", "csv", "xlsx", "xml"})
  public String language;

  private final Normaliser normaliser =
      new Normaliser(
          new Directory(List.of(), List.of(), List.of()),
          IntakeSettings.usual(),
          Clock.fixed(NOW, ZoneOffset.UTC));
  private byte[] bytes;

  @Setup
  public void write() throws IOException {
    bytes = WrittenHandOffs.in(language, ROWS);
  }

  @Benchmark
  public HandOff taken() {
    return normaliser.normalise(CALLER, language, "BENCH." + language, bytes);
  }

  @Benchmark
  public long walkedOver() throws IOException, XMLStreamException {
    return switch (language) {
      case "json" -> json();
      case "csv" -> csv();
      case "xlsx" -> xlsx();
      default -> xml(new ByteArrayInputStream(bytes));
    };
  }

  private long json() throws IOException {
    long tokens = 0;
    try (JsonParser parser = new JsonFactory().createParser(bytes)) {
      while (parser.nextToken() != null) {
        tokens += parser.currentToken().isScalarValue() ? parser.getText().length() : 1;
      }
    }
    return tokens;
  }

  private long csv() throws IOException {
    long cells = 0;
    var text = new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8);
    try (var rows = CSVFormat.RFC4180.parse(text)) {
      for (CSVRecord row : rows) {
        cells += row.size();
      }
    }
    return cells;
  }

  private long xlsx() throws IOException, XMLStreamException {
    long events = 0;
    try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (var part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        events += xml(new ByteArrayInputStream(parts.readAllBytes()));
      }
    }
    return events;
  }

  private static long xml(ByteArrayInputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    long events = 0;
    XMLStreamReader reader = factory.createXMLStreamReader(in);
    while (reader.hasNext()) {
      events += reader.next();
    }
    return events;
  }
}
