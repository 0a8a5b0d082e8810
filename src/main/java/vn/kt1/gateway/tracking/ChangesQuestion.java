package vn.kt1.gateway.tracking;

import java.time.LocalDate;

/**
 * Which orders have changed on the days from {@code from} to {@code to}, both of them included; one
 * page of the answer.
 *
 * @param page 0 is the first
 */
public record ChangesQuestion(LocalDate from, LocalDate to, int page, int size) {}
