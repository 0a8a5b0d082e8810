/** One class per number of the report. */
@NullMarked
package vn.kt1.gateway.statistics.figures;

import org.jspecify.annotations.NullMarked;
