package vn.kt1.gateway.report;

import java.util.UUID;

/** A report that is due, under the lease of whoever makes it. */
public record ReportJob(UUID lease, String province, int year) {}
