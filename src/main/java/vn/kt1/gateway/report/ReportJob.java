package vn.kt1.gateway.report;

/** A report that is due. */
record ReportJob(String province, int year) {}
