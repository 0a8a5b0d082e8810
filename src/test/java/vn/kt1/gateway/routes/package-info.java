/**
 * The routes as they are packed, with a recorder in the place of each bean: no server is needed.
 */
@NullMarked
package vn.kt1.gateway.routes;

import org.jspecify.annotations.NullMarked;
