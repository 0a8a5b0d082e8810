package vn.kt1.gateway.tariff;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks for price tables that begin soon and wait for an approval. */
@Component
public class TariffWatch {

  private final Approvals approvals;

  TariffWatch(Approvals approvals) {
    this.approvals = approvals;
  }

  /** May be called any number of times: each table is told once. */
  @Transactional
  public void remind() {
    approvals.remind();
  }
}
