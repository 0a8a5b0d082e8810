package vn.kt1.gateway.mail;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.notice.Alert;
import vn.kt1.gateway.notice.MailWords;
import vn.kt1.gateway.notice.Notice;
import vn.kt1.gateway.notice.Notice.Attachment;
import vn.kt1.gateway.notice.NoticeSettings;
import vn.kt1.gateway.shipment.Receipt;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.VietnamTime;

/** The answers to a hand-off that came by mail, with only what a mail may hold. */
@Component
public class MailAnswers {

  private final NoticeSettings settings;

  public MailAnswers(NoticeSettings settings) {
    this.settings = settings;
  }

  /** SECURITY: no service, reason, warning or network: they tell the degree. */
  public Notice receipt(Caller caller, String occasion, String messageId, Receipt receipt) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("handOffId", receipt.handOffId());
    answer.put(
        "receivedAt",
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            receipt.receivedAt().atOffset(VietnamTime.OFFSET)));
    answer.put("shipments", receipt.shipments().stream().map(MailAnswers::line).toList());
    return notice(
        Notice.Kind.RECEIPT,
        caller,
        occasion,
        receipt.handOffId(),
        MailWords.of(
            Text.of(
                "mail.receipt", receipt.handOffId(), String.valueOf(receipt.shipments().size()))),
        new Attachment("receipt.json", "application/json", MailWords.json(answer)),
        messageId);
  }

  private static Map<String, Object> line(Receipt.Line line) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("envelopeId", line.envelopeId());
    shown.put("shipmentId", line.shipmentId());
    shown.put("decision", line.decision().outcome());
    // The sentence depends on the decision only; one that depends on the rules would tell the
    // degree.
    shown.put("nextStep", Text.of("mail.next-step." + line.decision().outcome()).vi());
    return shown;
  }

  /** A few an hour, because a machine may answer each. None if {@code answered} says so. */
  public Alert error(Caller caller, boolean answered, RefusedMail refused) {
    String source = "mail " + caller.name() + " " + refused.code();
    Notice notice =
        notice(
            Notice.Kind.ERROR,
            caller,
            Alert.occasion(source, refused.correlationId()),
            refused.correlationId(),
            MailWords.of(words(refused)),
            new Attachment("error.json", "application/json", refused.problem()),
            refused.messageId());
    int most = answered ? settings.errorsPerHour() : 0;
    String last = MailWords.of(Text.of("mail.error.last", String.valueOf(most)));
    return new Alert(source, refused.correlationId(), List.of(notice), most, last);
  }

  private static Text words(RefusedMail refused) {
    Text faults = FaultList.of(refused.faults());
    String file = refused.file();
    return file == null
        ? Text.of("mail.error", refused.correlationId(), faults)
        : Text.of("mail.error.file", refused.correlationId(), faults, file);
  }

  private static Notice notice(
      Notice.Kind kind,
      Caller caller,
      String occasion,
      String reference,
      String text,
      Attachment attachment,
      String messageId) {
    return new Notice(
            kind, occasion, reference, Notice.Recipient.partner(caller.name()), text, attachment)
        .answering(messageId);
  }
}
