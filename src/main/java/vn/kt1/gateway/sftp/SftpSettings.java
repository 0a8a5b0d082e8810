package vn.kt1.gateway.sftp;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;

/** An SFTP server and our login there: by key, and only where the host key is known. */
public record SftpSettings(
    @NotBlank String host,
    @Min(1) @Max(65_535) int port,
    @NotBlank String user,
    @NotNull Path privateKeyFile,
    @NotNull Path knownHostsFile) {}
