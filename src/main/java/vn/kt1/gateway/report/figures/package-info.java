/** What the yearly report counts, and how small cells are merged. */
@NullMarked
package vn.kt1.gateway.report.figures;

import org.jspecify.annotations.NullMarked;
