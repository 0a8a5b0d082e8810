package vn.kt1.gateway.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpATTRS;
import com.jcraft.jsch.SftpException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.remote.SftpOperations;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.unit.DataSize;
import vn.kt1.gateway.shipment.Network;

/** A file of the post that the server lists and does not let us read: told once, and moved away. */
@SuppressWarnings({"rawtypes", "unchecked"})
class UnreadableTest {

  private static final SftpSettings SERVER =
      new SftpSettings("127.0.0.1", 22, "gateway", Path.of("key"), Path.of("known"));
  private static final String FILE = "from-post/status/a.xls";
  private static final SftpException DENIED =
      new SftpException(ChannelSftp.SSH_FX_PERMISSION_DENIED, "no");

  private final LargeFiles large = new LargeFiles();
  private final Unreadable unreadable = new Unreadable();
  private final DropAlarms alarms = mock();
  private final SftpOperations operations = mock();
  private final ChannelSftp client = mock();
  private final GenericFileEndpoint<SftpRemoteFile> folder = mock(RETURNS_DEEP_STUBS);
  private final GenericFile<SftpRemoteFile> file = new GenericFile<>();
  private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());
  private final DropStrategy strategy =
      new DropStrategy(
          new Drop(DropLayout.POST, DropAnswers.POST, any -> false, any -> null, rejected -> {}),
          new DoorSettings(
              SERVER,
              SERVER,
              Network.KT1,
              Duration.ofSeconds(1),
              Duration.ZERO,
              Duration.ofMinutes(1),
              Duration.ofDays(1),
              DataSize.ofMegabytes(4),
              DataSize.ofMegabytes(32)),
          Clock.systemUTC(),
          new DropHelpers(large, alarms, mock(), unreadable));

  @BeforeEach
  void lists() throws Exception {
    ReflectionTestUtils.setField(operations, "channel", client);
    SftpATTRS there = mock();
    when(there.getSize()).thenReturn(5L);
    when(client.stat(anyString()))
        .thenThrow(new SftpException(ChannelSftp.SSH_FX_NO_SUCH_FILE, "none"));
    when(client.stat(eq(FILE))).thenReturn(there);
    SftpRemoteFile remote = mock();
    when(remote.getFilename()).thenReturn("a.xls");
    file.setFile(remote);
    file.setFileLength(5);
    file.setAbsoluteFilePath(FILE);
    file.setFileName("a.xls");
    file.setFileNameOnly("a.xls");
    file.setEndpointPath("from-post/status");
    when(folder.getConfiguration().getDirectory()).thenReturn("from-post/status");
    exchange.getExchangeExtension().setFromEndpoint(folder);
    exchange.setProperty(Exchange.FILE_EXCHANGE_FILE, file);
  }

  @Test
  void is_told_and_moved_when_it_still_cannot_be_read() throws Exception {
    assertThat(begins()).as("tried first").isTrue();
    cannotBeFetched();
    when(client.get(FILE)).thenThrow(DENIED);
    assertThat(begins()).isFalse();
    InOrder order = inOrder(alarms, operations);
    order.verify(alarms).postFileRefused(eq("from-post/status"), eq("a.xls"), any());
    order
        .verify(operations)
        .storeFile(startsWith("from-post/status/.failed/a.xls"), any(), eq(-1L));
    order.verify(operations).renameFile(FILE, "from-post/status/.failed/a.xls");
  }

  @Test
  void is_read_when_somebody_has_let_us_meanwhile() throws Exception {
    assertThat(begins()).isTrue();
    cannotBeFetched();
    InputStream readable = InputStream.nullInputStream();
    when(client.get(FILE)).thenReturn(readable);
    assertThat(begins()).isTrue();
    verify(alarms, never()).postFileRefused(any(), any(), any());
  }

  /** What Camel tells when a file cannot be retrieved. */
  private void cannotBeFetched() {
    new QuietExceptions(large, unreadable)
        .handleException(
            "Error processing file",
            exchange,
            new GenericFileOperationFailedException("cannot retrieve", DENIED));
  }

  private boolean begins() {
    strategy.accept(file);
    return strategy.begin(operations, folder, exchange, file);
  }
}
