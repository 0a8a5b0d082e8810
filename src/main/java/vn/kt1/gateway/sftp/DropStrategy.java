package vn.kt1.gateway.sftp;

import static vn.kt1.gateway.sftp.DropLook.name;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kt1.gateway.sftp.DropAnswer.Fate;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.text.FileName;

/**
 * Decides when a dropped file is read, and what becomes of it after the verdict. The answer is
 * written before the file moves, so a crash in between only repeats both.
 */
@SuppressWarnings("rawtypes")
final class DropStrategy
    implements GenericFileProcessStrategy<SftpRemoteFile>, GenericFileFilter<SftpRemoteFile> {

  /** The files that were read without a checksum, only because they had stopped changing. */
  static final String RESTED = "kt1.rested";

  /** The answer beside the file, for a partner or for the post. */
  static final String ANSWERS = "kt1.answers";

  /** Up to a thousand files may be taken between two listings. */
  private static final Duration LONGEST_POLL = Duration.ofMinutes(5);

  private static final Logger LOG = LoggerFactory.getLogger(DropStrategy.class);

  private final Drop drop;
  private final DoorSettings settings;
  private final DropHelpers help;
  private final SeenFiles files;
  private final DropPlacing placing;
  private final DropRefusals refusals;
  private final LeftOvers leftOvers;
  private final DropLook look;

  DropStrategy(Drop drop, DoorSettings settings, Clock clock, DropHelpers help) {
    this.drop = drop;
    this.settings = settings;
    this.help = help;
    this.files = new SeenFiles(clock, settings.poll().multipliedBy(6).plus(LONGEST_POLL));
    this.placing = new DropPlacing(drop.layout(), clock);
    this.refusals = new DropRefusals(drop, placing, help.alarms());
    this.leftOvers = new LeftOvers(drop, settings, files, help.alarms(), clock);
    this.look = new DropLook(drop, settings, files, leftOvers, help.unreadable());
  }

  @Override
  public void prepareOnStartup(
      GenericFileOperations<SftpRemoteFile> operations,
      GenericFileEndpoint<SftpRemoteFile> endpoint) {
    // There is no connection yet here; folders are made when the first file is checked.
  }

  /**
   * Sees each listed file at each poll, however many are then taken. Otherwise one file among fifty
   * thousand would be forgotten before it is seen again.
   */
  @Override
  public boolean accept(GenericFile<SftpRemoteFile> file) {
    // SECURITY: a server may list any name; only a file in the folder itself is touched.
    if (FileName.leadsElsewhere(name(file))) {
      return false;
    }
    String path = file.getEndpointPath() + "/" + name(file);
    files.look(path, file.getFileLength(), file.getLastModified());
    return FileName.digest(name(file)) ? leftOvers.alone(path) : !FileName.temporary(name(file));
  }

  @Override
  public boolean begin(
      GenericFileOperations<SftpRemoteFile> operations,
      GenericFileEndpoint<SftpRemoteFile> endpoint,
      Exchange exchange,
      GenericFile<SftpRemoteFile> file) {
    if (DropLook.link(file)) {
      return false;
    }
    SftpFolder folder = new SftpFolder(exchange.getContext(), operations);
    String directory = directory(endpoint);
    if (FileName.digest(name(file))) {
      leftOvers.remove(folder, directory, name(file), DropPlacing.correlationId(file));
      return false;
    }
    Taking taking = look.taking(folder, directory, file);
    exchange.setProperty(Taking.PROPERTY, taking);
    exchange.setProperty(ANSWERS, drop.answers());
    Optional<Fault> fault = look.fault(folder, path(endpoint, file), file, taking);
    if (fault.isPresent()) {
      if (taking.mayBeRefused()) {
        refusals.refuse(folder, directory, name(file), file, fault.get());
        files.forget(path(endpoint, file));
      }
      return false;
    }
    return taking.mayBeRead() && mayEnter(directory, file);
  }

  private boolean mayEnter(String directory, GenericFile<SftpRemoteFile> file) {
    return file.getFileLength() < settings.largeFile().toBytes() || help.large().enter(directory);
  }

  /** A file that has changed since it was read gets no answer; it is read again. */
  @Override
  public void commit(
      GenericFileOperations<SftpRemoteFile> operations,
      GenericFileEndpoint<SftpRemoteFile> endpoint,
      Exchange exchange,
      GenericFile<SftpRemoteFile> file) {
    try {
      if (exchange.getMessage().getBody() instanceof DropAnswer answer) {
        Taking taking = exchange.getProperty(Taking.PROPERTY, Taking.class);
        String rested = exchange.getProperty(RESTED, String.class);
        SftpFolder folder = new SftpFolder(exchange.getContext(), operations);
        if (answer.fate() != Fate.LEFT && taking.unchanged().getAsBoolean()) {
          String to = place(folder, directory(endpoint), file, answer, taking);
          watch(folder, directory(endpoint), name(file), to, answer, rested);
        }
      }
    } finally {
      help.large().leave(directory(endpoint));
    }
  }

  private String place(
      SftpFolder folder,
      String directory,
      GenericFile<SftpRemoteFile> file,
      DropAnswer answer,
      Taking taking) {
    refusals.tell(directory, name(file), DropPlacing.correlationId(file), answer);
    String to = placing.place(folder, directory, name(file), answer, taking.required());
    files.forget(directory + "/" + name(file));
    return to;
  }

  private void watch(
      SftpFolder folder,
      String directory,
      String name,
      String to,
      DropAnswer answer,
      @Nullable String rested) {
    if (answer.fate() == Fate.TAKEN && rested != null) {
      folder
          .state(to)
          .ifPresent(
              state -> help.taken().watch(drop.layout(), directory, name, to, state, rested));
    }
  }

  /** SECURITY: Camel's own path turns a backslash into a slash, which leads into other folders. */
  private static String path(
      GenericFileEndpoint<SftpRemoteFile> endpoint, GenericFile<SftpRemoteFile> file) {
    return directory(endpoint) + "/" + name(file);
  }

  private static String directory(GenericFileEndpoint<SftpRemoteFile> endpoint) {
    return endpoint.getConfiguration().getDirectory();
  }

  @Override
  public void abort(
      GenericFileOperations<SftpRemoteFile> operations,
      GenericFileEndpoint<SftpRemoteFile> endpoint,
      Exchange exchange,
      GenericFile<SftpRemoteFile> file) {
    // Camel removes the mark "in progress" under its own spelling of the path, which changes a
    // backslash.
    endpoint.getInProgressRepository().remove(path(endpoint, file));
    help.large().leave(directory(endpoint));
  }

  @Override
  public void rollback(
      GenericFileOperations<SftpRemoteFile> operations,
      GenericFileEndpoint<SftpRemoteFile> endpoint,
      Exchange exchange,
      GenericFile<SftpRemoteFile> file) {
    help.large().leave(directory(endpoint));
    // SECURITY: the name is not logged, because it may come from a stranger.
    LOG.warn("a dropped file was left where it is and will be tried again");
  }
}
