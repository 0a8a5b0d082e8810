/** The files of the post, one class per kind of file: bytes to rows, orders to bytes. */
@NullMarked
package vn.kt1.gateway.post.format;

import org.jspecify.annotations.NullMarked;
