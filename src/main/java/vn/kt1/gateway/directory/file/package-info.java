/** Reads the files of {@code config/}: keys and cells with their lines, and every fault of them. */
@NullMarked
package vn.kt1.gateway.directory.file;

import org.jspecify.annotations.NullMarked;
