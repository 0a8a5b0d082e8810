package vn.kt1.gateway.sftp;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.startup.SelfChecking;

/**
 * {@code gateway.door}: the SFTP servers of partners and of the post, and when a file there is
 * complete. {@code settle}: a file without a checksum is complete after it has not changed for this
 * time. {@code overdue}: a file without a matching checksum is refused after this time. {@code
 * keepDone}: how long a partner's taken file stays in {@code .done/}. {@code largeFile}: of files
 * of this size or more, one is taken at a time. {@code postNetwork}: the network of the post's
 * server, as its operator has confirmed.
 */
@Validated
@ConfigurationProperties("gateway.door")
public record DoorSettings(
    @Valid @NotNull @NestedConfigurationProperty SftpSettings drop,
    @Valid @NotNull @NestedConfigurationProperty SftpSettings post,
    @NotNull @DefaultValue("KT1") Network postNetwork,
    @NotNull @DefaultValue("10s") Duration poll,
    @NotNull @DefaultValue("60s") Duration settle,
    @NotNull @DefaultValue("15m") Duration overdue,
    @NotNull @DurationMin(seconds = 1) @DefaultValue("30d") Duration keepDone,
    @NotNull @DefaultValue("4MB") DataSize largeFile,
    @NotNull @DefaultValue("32MB") DataSize largestFile)
    implements SelfChecking {

  /**
   * SECURITY: orders go to KT1 only; another network here means that the host is another server.
   */
  @Override
  public List<Fault> faults(Directory directory) {
    return postNetwork == Network.KT1
        ? List.of()
        : List.of(
            new Fault(
                "gateway.door.post-network",
                0,
                "orders leave by KT1 only, and this server is said to belong to another network",
                "KT1, with the server of the KT1 network under gateway.door.post"));
  }
}
