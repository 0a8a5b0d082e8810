package vn.kt1.gateway.sftp;

import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.sftp.DropAnswer.Fate;
import vn.kt1.gateway.shipment.PostFile;
import vn.kt1.gateway.shipment.Receipt;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.gateway.text.FileName;
import vn.kt1.gateway.web.Correlation;
import vn.kt1.gateway.web.DoorMetrics;

/** The only class that touches the exchange of a dropped file. */
@Component
public class DropDoor {

  private static final String CHANNEL = "sftp";

  private final Directory directory;
  private final DoorMetrics tally;

  DropDoor(Directory directory, DoorMetrics tally) {
    this.directory = directory;
    this.tally = tally;
  }

  /**
   * Keeps the name and the bytes of the file and drops the rest of its message.
   *
   * @throws Rejected {@code checksum} when the file is whole and its checksum is another's
   */
  public void enter(Exchange exchange) {
    GenericFile<?> file = exchange.getProperty(Exchange.FILE_EXCHANGE_FILE, GenericFile.class);
    String name = file.getFileNameOnly();
    exchange.setVariable("reference", name);
    exchange.setVariable("fileName", name);
    exchange.setVariable("language", FileName.language(name));
    exchange.setVariable("caller", caller(file.getAbsoluteFilePath()).orElse(null));
    exchange.setVariable("channel", CHANNEL);
    Correlation.begin(exchange, DropPlacing.correlationId(file));
    byte[] bytes = exchange.getMessage().getBody(byte[].class);
    file.setBody(null); // else the exchange keeps the bytes as long as it lives
    exchange.setVariable("size", bytes.length);
    exchange.getMessage().removeHeaders("*");
    exchange.getMessage().setBody(bytes);
    judge(exchange, bytes, file.getFileLength());
  }

  private void judge(Exchange exchange, byte[] bytes, long listed) {
    Taking taking = exchange.getProperty(Taking.PROPERTY, Taking.class);
    String digest = Sha256.of(bytes);
    // The file may have grown since it was listed.
    Taking.Whole whole = bytes.length == listed ? taking.judge(digest) : Taking.Whole.NOT_YET;
    if (whole == Taking.Whole.RESTED && !taking.overdue() && csv(exchange) && TornRow.ends(bytes)) {
      whole = Taking.Whole.NOT_YET;
    }
    if (whole == Taking.Whole.NOT_YET) {
      left(exchange);
      exchange.setRouteStop(true);
    }
    boolean rested = whole == Taking.Whole.RESTED;
    exchange.setVariable("mayGoOn", rested);
    if (rested) {
      exchange.setProperty(DropStrategy.RESTED, digest);
    }
  }

  private static boolean csv(Exchange exchange) {
    return "csv".equals(exchange.getVariable("language"));
  }

  /**
   * The partner to whom the file belongs: the folder above its outbox has the partner's id as its
   * name.
   */
  private Optional<Caller> caller(String path) {
    String[] folders = path.split("/");
    return folders.length < 3 ? Optional.empty() : caller(directory, folders[folders.length - 3]);
  }

  static Optional<Caller> caller(Directory directory, String partner) {
    return directory
        .partner(partner)
        .map(found -> new Caller(found.id(), Role.PARTNER, found.units(), null));
  }

  public void taken(Exchange exchange) {
    Object body = exchange.getMessage().getBody();
    if (body instanceof Receipt receipt) {
      tally.taken(CHANNEL, receipt);
    } else if (body instanceof PostFile.Result result) {
      tally.news(result);
    }
    answer(exchange, new DropAnswer(Fate.TAKEN, answers(exchange).taken(body)));
  }

  public void rejected(Exchange exchange) {
    Rejected rejected = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Rejected.class);
    DropAnswers answers = answers(exchange);
    if (answers == DropAnswers.PARTNER) {
      tally.refused(CHANNEL, rejected);
    }
    boolean content =
        rejected.faults().stream().anyMatch(fault -> answers.mayHoldContent(fault.code()));
    String correlationId = Correlation.of(exchange);
    answer(
        exchange,
        new DropAnswer(
            content ? Fate.DELETED : Fate.REFUSED, answers.refused(rejected, correlationId)));
  }

  public void left(Exchange exchange) {
    answer(exchange, DropAnswer.left());
  }

  public void parked(Exchange exchange) {
    if (answers(exchange) == DropAnswers.PARTNER) {
      tally.failed(CHANNEL);
    }
    answer(exchange, new DropAnswer(Fate.PARKED, null));
  }

  private static DropAnswers answers(Exchange exchange) {
    return exchange.getProperty(DropStrategy.ANSWERS, DropAnswers.class);
  }

  private static void answer(Exchange exchange, DropAnswer answer) {
    exchange.getMessage().setBody(answer);
  }
}
