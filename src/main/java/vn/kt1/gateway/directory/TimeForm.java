package vn.kt1.gateway.directory;

import java.time.format.DateTimeFormatter;

/** A form of times without an offset: the pattern as the profile has it, and what reads it. */
public record TimeForm(String pattern, DateTimeFormatter formatter) {}
