/**
 * One class for each message language. It turns bytes into a message in the contract's shape. Pure
 * Java.
 */
@NullMarked
package vn.kt1.gateway.intake.format;

import org.jspecify.annotations.NullMarked;
