/** One class per message language: bytes to a message in the contract's shape. Pure Java. */
@NullMarked
package vn.kt1.gateway.intake.format;

import org.jspecify.annotations.NullMarked;
