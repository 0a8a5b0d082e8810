/** What tests of several rooms share: real peers to talk to, and lines that can be cut. */
@org.jspecify.annotations.NullMarked
package vn.kt1.testing;
