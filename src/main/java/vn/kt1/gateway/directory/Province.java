package vn.kt1.gateway.directory;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Urgency;

/**
 * A province and its settings. {@code ordinary}: ordinary items go by KT1 unless the sender wishes
 * otherwise; {@code expressTimed}: express and timed at once may be ordered; {@code guidance}: the
 * province's own document and clause that makes KT1 binding, {@code guidanceFrom} the first day it
 * may be quoted for, {@code guidanceVerified} whether the issued document itself was read; {@code
 * departmentMail}: where its Department is told by mail; {@code secretOfficerMail}: where its
 * state-secret officer is told of content that was refused; {@code policeMail}: where the police
 * are told of loss, breach of secrecy and wrongdoing; {@code report}: null where no yearly report
 * is owed; {@code haste}: as what an urgency without a class in KT1 is ordered, where the province
 * has said so.
 */
public record Province(
    String id,
    String name,
    boolean ordinary,
    boolean expressTimed,
    String guidance,
    @Nullable LocalDate guidanceFrom,
    boolean guidanceVerified,
    @Nullable String departmentMail,
    @Nullable String secretOfficerMail,
    @Nullable String policeMail,
    @Nullable ReportDuty report,
    Map<Urgency, Urgency> haste) {

  public Province {
    haste = Map.copyOf(haste);
  }

  /** The urgency that is ordered of the post for what is written on the envelope. */
  public Urgency ordered(Urgency written) {
    return haste.getOrDefault(written, written);
  }
}
