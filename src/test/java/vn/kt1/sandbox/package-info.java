/**
 * The independent peers that the sandbox starts beside the gateway: database, SFTP server, post.
 */
@org.jspecify.annotations.NullMarked
package vn.kt1.sandbox;
