package vn.kt1.gateway.quality;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.mail.MailedForm;
import vn.kt1.gateway.notice.MailWords;
import vn.kt1.gateway.notice.Notice;
import vn.kt1.gateway.notice.Notice.Recipient;
import vn.kt1.gateway.quality.QualityStatement.Channel;
import vn.kt1.gateway.quality.QualityStatement.Said;
import vn.kt1.gateway.shipment.Actor;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Text;

/** Takes a form that comes back by mail. */
@Component
public class QualityByMail implements MailedForm {

  private final QualityAnswers answers;
  private final QualityRows rows;
  private final Evidence evidence;

  QualityByMail(QualityAnswers answers, QualityRows rows, Evidence evidence) {
    this.answers = answers;
    this.rows = rows;
    this.evidence = evidence;
  }

  /** By its name and its header. */
  @Override
  public boolean isForm(String fileName, byte[] content) {
    return QualityForm.of(fileName, content).isPresent();
  }

  @Override
  public String route() {
    return "quality-by-mail";
  }

  /**
   * Returns the mail that says what was taken.
   *
   * @throws Rejected with every fault of its rows; {@code sender-not-yours} for another's unit
   */
  public Notice take(
      Caller caller,
      String correlationId,
      String occasion,
      String messageId,
      String fileName,
      byte[] content) {
    QualityForm form = QualityForm.of(fileName, content).orElseThrow();
    // SECURITY: the name of a file proves nothing; the mailbox does.
    if (!caller.units().contains(form.unit())) {
      throw new Rejected(Fault.of(Code.SENDER_NOT_YOURS, "/unit"));
    }
    List<Said> said = read(caller, correlationId, content);
    answers.take(
        caller,
        new Actor(caller.name(), null),
        new QualityStatement(form.unit(), form.month(), Channel.MAIL, said, false));
    String text = MailWords.of(taken(form));
    return new Notice(
            Notice.Kind.RECEIPT,
            occasion,
            QualityForms.id(form),
            Recipient.partner(caller.name()),
            text,
            null)
        .answering(messageId);
  }

  /** A form that may hold content leaves what a refused hand-off leaves. */
  private List<Said> read(Caller caller, String correlationId, byte[] content) {
    try {
      return QualityFormReader.read(content);
    } catch (Rejected rejected) {
      evidence.contentRefused(caller.name(), correlationId, content.length, rejected);
      throw rejected;
    }
  }

  private Text taken(QualityForm form) {
    List<QualityRow> standing = rows.of(form.unit(), form.month());
    long agreed = standing.stream().filter(row -> Boolean.TRUE.equals(row.agreed())).count();
    long objected = standing.stream().filter(row -> Boolean.FALSE.equals(row.agreed())).count();
    return Text.of(
        "quality.mail.taken",
        form.unit(),
        QualityWords.month(form.month()),
        String.valueOf(agreed),
        String.valueOf(objected),
        String.valueOf(standing.size() - agreed - objected),
        String.valueOf(standing.size()));
  }
}
