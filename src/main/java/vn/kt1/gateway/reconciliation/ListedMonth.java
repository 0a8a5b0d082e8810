package vn.kt1.gateway.reconciliation;

import java.time.YearMonth;

/** Which list of the post: one a month and province. */
record ListedMonth(String province, YearMonth month) {}
