/** Lays out a report: one model, and a letter, a page and a workbook of it. */
@NullMarked
package vn.kt1.gateway.report.document;

import org.jspecify.annotations.NullMarked;
