package vn.kt1.gateway.report;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.mail.MailedForm;
import vn.kt1.gateway.notice.MailWords;
import vn.kt1.gateway.notice.Notice;
import vn.kt1.gateway.notice.Notice.Recipient;
import vn.kt1.gateway.report.returns.ReturnForm;
import vn.kt1.gateway.report.returns.ReturnSheet;
import vn.kt1.gateway.report.returns.Returned;
import vn.kt1.gateway.report.returns.Returned.Answer;
import vn.kt1.gateway.shipment.Actor;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Text;

/** Takes a return that comes back by mail. */
@Component
public class ReturnByMail implements MailedForm {

  private final Returns returns;
  private final Evidence evidence;

  ReturnByMail(Returns returns, Evidence evidence) {
    this.returns = returns;
    this.evidence = evidence;
  }

  /** By its name; what its first row says is checked when it is taken. */
  @Override
  public boolean isForm(String fileName, byte[] content) {
    return ReturnSheet.isNamed(fileName);
  }

  @Override
  public String route() {
    return "return-by-mail";
  }

  /**
   * Returns the mail that says what was taken.
   *
   * @throws Rejected with every fault of its lines; {@code sender-not-yours} for another's unit
   */
  public Notice take(
      Caller caller,
      String correlationId,
      String occasion,
      String messageId,
      String fileName,
      byte[] content) {
    ReturnSheet.Reader reader = read(caller, correlationId, content);
    ReturnSheet.About about = reader.about();
    // SECURITY: the name of a file and its first row prove nothing; the mailbox does.
    if (!caller.units().contains(about.reporter())) {
      throw new Rejected(Fault.of(Code.SENDER_NOT_YOURS, "/reporter"));
    }
    if (!about.province().equals(returns.provinceOf(about.reporter()))) {
      throw new Rejected(Fault.of(Code.BAD_VALUE, "/province", "return-form"));
    }
    List<Answer> said = reader.answers(ReturnForm.of(about.reporter()));
    Returned kept =
        returns.file(
            new Actor(caller.name(), null),
            about.province(),
            about.year(),
            about.reporter(),
            "MAIL",
            said);
    long differ = kept.answers().stream().filter(Answer::differs).count();
    Text text =
        Text.of(
            "return.mail.taken",
            kept.reporter(),
            String.valueOf(kept.year()),
            String.valueOf(differ));
    return new Notice(
            Notice.Kind.RECEIPT,
            occasion,
            "RETURN-" + kept.year() + "-" + kept.reporter(),
            Recipient.partner(caller.name()),
            MailWords.of(text),
            null)
        .answering(messageId);
  }

  /** A form that may hold content leaves what a refused hand-off leaves. */
  private ReturnSheet.Reader read(Caller caller, String correlationId, byte[] content) {
    try {
      return ReturnSheet.Reader.of(content);
    } catch (Rejected rejected) {
      evidence.contentRefused(caller.name(), correlationId, content.length, rejected);
      throw rejected;
    }
  }
}
