/** What the post and each unit return to the Department: the forms, and what was filed. */
@NullMarked
package vn.kt1.gateway.report.returns;

import org.jspecify.annotations.NullMarked;
