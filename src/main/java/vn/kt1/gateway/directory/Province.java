package vn.kt1.gateway.directory;

import org.jspecify.annotations.Nullable;

/**
 * A province and its settings. {@code ordinary}: ordinary items go by KT1 unless the sender wishes
 * otherwise; {@code expressTimed}: express and timed at once may be ordered; {@code guidance}: the
 * province's own document and clause that makes KT1 binding; {@code departmentMail}: where its
 * Department is told by mail; {@code secretOfficerMail}: where its state-secret officer is told of
 * content that was refused; {@code report}: null where no yearly report is owed.
 */
public record Province(
    String id,
    String name,
    boolean ordinary,
    boolean expressTimed,
    String guidance,
    @Nullable String departmentMail,
    @Nullable String secretOfficerMail,
    @Nullable ReportDuty report) {}
