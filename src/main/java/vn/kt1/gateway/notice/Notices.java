package vn.kt1.gateway.notice;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.dispatch.Departure;
import vn.kt1.gateway.dispatch.Outgoing;
import vn.kt1.gateway.dispatch.Parcel;
import vn.kt1.gateway.dispatch.Parcels;
import vn.kt1.gateway.evidence.Evidence;

/** Mails owed: durable before whatever caused them is acknowledged, each occasion once. */
@Component
public class Notices implements Departure {

  private final Parcels parcels;
  private final Evidence evidence;

  Notices(Parcels parcels, Evidence evidence) {
    this.parcels = parcels;
    this.evidence = evidence;
  }

  /** Twice is once: a notice of that kind, occasion and recipient is owed already, or was sent. */
  @Transactional
  public void owe(Notice notice) {
    parcels.owe(
        new Outgoing(
            notice.kind().name(),
            notice.recipient().written(),
            notice.occasion(),
            notice.subject(),
            notice.reference(),
            new NoticeContent(notice.text(), notice.attachments(), notice.answers()).write(),
            false));
  }

  @Override
  public Set<String> kinds() {
    return Arrays.stream(Notice.Kind.values()).map(Enum::name).collect(Collectors.toSet());
  }

  @Override
  public void left(Parcel parcel) {
    evidence.record(
        "gateway",
        "notice-sent",
        parcel.id(),
        Map.of("kind", parcel.kind(), "reference", Objects.requireNonNull(parcel.reference())));
  }
}
