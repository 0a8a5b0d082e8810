package vn.kt1.gateway.report;

import java.time.Instant;
import java.time.LocalDate;

/** A report as it was stored. Its bytes are mailed, and mailed again at a repeat. */
public record KeptReport(
    String province,
    int year,
    int version,
    LocalDate from,
    LocalDate to,
    Instant asOf,
    byte[] workbook,
    String sha256) {}
