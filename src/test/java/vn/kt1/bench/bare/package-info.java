/** A plain service that does the same with the least, to measure beside. */
package vn.kt1.bench.bare;
