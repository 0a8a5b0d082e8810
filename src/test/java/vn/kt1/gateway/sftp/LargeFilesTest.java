package vn.kt1.gateway.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpException;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.unit.DataSize;
import vn.kt1.gateway.shipment.Network;

/** Of large files one is in at a time, and however it ends, the next may come. */
@SuppressWarnings({"rawtypes", "unchecked"})
class LargeFilesTest {

  private static final long LARGE = DataSize.ofMegabytes(4).toBytes();
  private static final SftpSettings SERVER =
      new SftpSettings("127.0.0.1", 22, "gateway", Path.of("key"), Path.of("known"));

  private final LargeFiles large = new LargeFiles();
  private final Unreadable unreadable = new Unreadable();
  private final SftpOperations operations = mock();
  private final ChannelSftp client = mock();
  private final DropStrategy strategy =
      new DropStrategy(
          new Drop(
              DropLayout.PARTNER,
              DropAnswers.PARTNER,
              folder -> false,
              folder -> null,
              rejected -> {}),
          new DoorSettings(
              SERVER,
              SERVER,
              Network.KT1,
              Duration.ofSeconds(1),
              Duration.ZERO,
              Duration.ofMinutes(1),
              Duration.ofDays(1),
              DataSize.ofBytes(LARGE),
              DataSize.ofMegabytes(32)),
          Clock.systemUTC(),
          new DropHelpers(large, mock(), mock(), unreadable));

  /** A file in a folder, and what Camel's consumer does with it. */
  private final class Dropped {
    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());
    private final GenericFile<SftpRemoteFile> file = new GenericFile<>();
    private final GenericFileEndpoint<SftpRemoteFile> folder = mock(RETURNS_DEEP_STUBS);

    Dropped(String partner, long length) {
      SftpRemoteFile remote = mock();
      when(remote.getFilename()).thenReturn("a.csv");
      file.setFile(remote);
      file.setFileLength(length);
      file.setEndpointPath(partner + "/outbox");
      when(folder.getConfiguration().getDirectory()).thenReturn(partner + "/outbox");
      exchange.getExchangeExtension().setFromEndpoint(folder);
    }

    boolean begins() {
      strategy.accept(file); // listed
      boolean begins = strategy.begin(operations, folder, exchange, file);
      if (!begins) {
        strategy.abort(operations, folder, exchange, file);
      }
      return begins;
    }
  }

  /** An end of a file's visit. */
  private interface How {
    void accept(LargeFilesTest test, Dropped file) throws Exception;
  }

  LargeFilesTest() {
    ReflectionTestUtils.setField(operations, "channel", client);
  }

  private enum Ending {
    ANSWERED(
        (test, file) -> {
          file.exchange.getMessage().setBody(DropAnswer.left());
          test.strategy.commit(test.operations, file.folder, file.exchange, file.file);
        }),
    ANSWER_FAILS(
        (test, file) -> {
          when(test.client.stat(any())).thenThrow(new SftpException(4, "gone"));
          file.exchange.getMessage().setBody(new DropAnswer(DropAnswer.Fate.PARKED, null));
          Throwable thrown =
              catchThrowable(
                  () ->
                      test.strategy.commit(test.operations, file.folder, file.exchange, file.file));
          assertThat(thrown).isInstanceOf(GenericFileOperationFailedException.class);
          reset(test.client);
        }),
    ROLLED_BACK(
        (test, file) ->
            test.strategy.rollback(test.operations, file.folder, file.exchange, file.file)),
    ABORTED(
        (test, file) ->
            test.strategy.abort(test.operations, file.folder, file.exchange, file.file)),
    NOT_FETCHED(
        (test, file) ->
            new QuietExceptions(test.large, test.unreadable)
                .handleException("Error processing", file.exchange, new IllegalStateException()));

    private final How how;

    Ending(How how) {
      this.how = how;
    }
  }

  @Test
  void a_second_one_waits_and_small_ones_pass() throws Exception {
    Dropped first = new Dropped("hp-eoffice", LARGE);
    assertThat(first.begins()).isTrue();
    assertThat(new Dropped("qn-eoffice", LARGE).begins()).isFalse();
    assertThat(new Dropped("qn-eoffice", LARGE - 1).begins()).isTrue();
    assertThat(new Dropped("qn-eoffice", LARGE).begins()).as("still, after a small one").isFalse();
    Ending.ANSWERED.how.accept(this, first);
    assertThat(new Dropped("qn-eoffice", LARGE).begins()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void the_next_may_come_however_one_ends(Ending ending) throws Exception {
    Dropped first = new Dropped("hp-eoffice", LARGE);
    assertThat(first.begins()).isTrue();
    ending.how.accept(this, first);
    assertThat(new Dropped("qn-eoffice", LARGE).begins()).isTrue();
  }
}
