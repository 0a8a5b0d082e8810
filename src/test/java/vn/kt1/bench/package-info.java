/** Rigs that measure and torture the packed jar from outside; {@code bench/} starts them. */
@org.jspecify.annotations.NullMarked
package vn.kt1.bench;
