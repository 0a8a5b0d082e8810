package vn.kt1.gateway.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code gateway.admin.calls}: how many calls of all callers may be under way at once. Each holds a
 * thread, and more memory than its body has.
 */
@Validated
@ConfigurationProperties("gateway.admin.calls")
record CallSettings(@Min(1) @Max(200) @DefaultValue("32") int atOnce) {}
