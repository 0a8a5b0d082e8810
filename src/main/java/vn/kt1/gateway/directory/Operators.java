package vn.kt1.gateway.directory;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code gateway.operators}: the mailbox of those who watch the gateway and the exchange with the
 * post; blank where they look at logs and measures alone.
 */
@Validated
@ConfigurationProperties("gateway.operators")
public record Operators(
    @NotNull
        @Pattern(
            regexp = "|" + MailAddress.PLAIN_FORM,
            message = "a plain mail address such as name@office.example, or nothing")
        @DefaultValue("")
        String mail) {

  public boolean mailed() {
    return !mail.isBlank();
  }
}
