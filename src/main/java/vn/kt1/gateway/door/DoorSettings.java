package vn.kt1.gateway.door;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * {@code gateway.door}: the SFTP servers of the e-office drop and of the post, and when a file
 * there counts as whole: {@code settle} unchanged without a checksum; without a match after {@code
 * overdue} it is refused. Of files of {@code largeFile} or more, one is taken at a time.
 */
@Validated
@ConfigurationProperties("gateway.door")
public record DoorSettings(
    @Valid @NotNull @NestedConfigurationProperty SftpSettings drop,
    @Valid @NotNull @NestedConfigurationProperty SftpSettings post,
    @NotNull @DefaultValue("10s") Duration poll,
    @NotNull @DefaultValue("10s") Duration settle,
    @NotNull @DefaultValue("15m") Duration overdue,
    @NotNull @DefaultValue("4MB") DataSize largeFile,
    @NotNull @DefaultValue("32MB") DataSize largestFile) {}
