package vn.kt1.gateway.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Conventions;

/**
 * What a language reads: the bytes, the file name without its ending (null when the message is no
 * file), the partner's conventions, and the time of arrival.
 */
public record MessageSource(byte[] bytes, @Nullable String stem, Conventions how, Instant now) {}
