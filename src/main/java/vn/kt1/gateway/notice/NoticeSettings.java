package vn.kt1.gateway.notice;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code gateway.notice}: of how many refusals for content an officer and the sender are mailed in
 * an hour, for each partner; what is beyond stands in evidence only.
 */
@Validated
@ConfigurationProperties("gateway.notice")
record NoticeSettings(@Min(1) @Max(1000) @DefaultValue("20") int alertsPerHour) {}
