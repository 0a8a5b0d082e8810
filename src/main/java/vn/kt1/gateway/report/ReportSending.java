package vn.kt1.gateway.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.ReportDuty;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.notice.Notice.Recipient;
import vn.kt1.gateway.notice.Notices;
import vn.kt1.gateway.shipment.Actor;

/** Owes the mails of a version: one a recipient, once. */
@Component
class ReportSending {

  private final ReportVersions versions;
  private final ReportMail mail;
  private final Notices notices;
  private final Directory directory;
  private final Evidence evidence;

  ReportSending(
      ReportVersions versions,
      ReportMail mail,
      Notices notices,
      Directory directory,
      Evidence evidence) {
    this.versions = versions;
    this.mail = mail;
    this.notices = notices;
    this.directory = directory;
    this.evidence = evidence;
  }

  /** From now on it is frozen: evidence has its digest. */
  @Transactional
  void send(String by, KeptReport report) {
    send(new Actor(by, null), report);
  }

  @Transactional
  void send(Actor actor, KeptReport report) {
    if (versions.send(report, actor.name())) {
      recipients(report.province()).forEach(recipient -> notices.owe(mail.sent(report, recipient)));
      record(actor, "report-mailed", report);
    }
  }

  @Transactional
  void approve(Actor actor, KeptReport report) {
    if (versions.approve(report, actor.name())) {
      record(actor, "report-approved", report);
    }
  }

  /** Tells the Department that the final report waits for its approval. */
  void layBefore(KeptReport report) {
    notices.owe(mail.waiting(report, Recipient.department(report.province())));
    record(new Actor("gateway", null), "report-laid-before", report);
  }

  private void record(Actor actor, String act, KeptReport report) {
    Map<String, Object> detail = new HashMap<>();
    detail.put("sha256", report.sha256());
    detail.put("version", report.version());
    detail.put("stage", report.stage().name());
    detail.put("kind", report.kind().name());
    evidence.record(actor, act, report.id(), null, detail);
  }

  private List<Recipient> recipients(String province) {
    List<Recipient> all = new ArrayList<>(List.of(Recipient.department(province)));
    ReportDuty duty = directory.province(province).report();
    int readers = duty == null ? 0 : duty.readers().size();
    IntStream.rangeClosed(1, readers)
        .forEach(number -> all.add(Recipient.reader(province, number)));
    return all;
  }
}
