package vn.kt1.gateway.notice;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code gateway.notice}: how many are mailed in an hour. {@code alertsPerHour}: of refusals for
 * content of one partner, to an officer and the sender, and of troubles of one kind, to the
 * operators; {@code errorsPerHour}: of answers to refused mails, to one partner with one code. What
 * is beyond stands in evidence only.
 */
@Validated
@ConfigurationProperties("gateway.notice")
public record NoticeSettings(
    @Min(1) @Max(1000) @DefaultValue("20") int alertsPerHour,
    @Min(1) @Max(1000) @DefaultValue("3") int errorsPerHour) {}
