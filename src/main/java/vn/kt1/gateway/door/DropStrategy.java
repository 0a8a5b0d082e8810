package vn.kt1.gateway.door;

import com.jcraft.jsch.ChannelSftp.LsEntry;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kt1.gateway.door.DropAnswer.Fate;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/**
 * Decides when a dropped file is taken up, and what becomes of it: its fate follows the verdict,
 * and the answer stands before the file moves, so that a crash in between only repeats both.
 */
@SuppressWarnings("rawtypes")
final class DropStrategy
    implements GenericFileProcessStrategy<SftpRemoteFile>, GenericFileFilter<SftpRemoteFile> {

  static final String CHECKSUM = "kt1.checksum";
  static final String FINAL = "kt1.final";

  /** A thousand files may be taken between two listings. */
  private static final Duration LONGEST_POLL = Duration.ofMinutes(5);

  private static final Logger LOG = LoggerFactory.getLogger(DropStrategy.class);
  private static final Pattern DIGEST = Pattern.compile("^\\\\?([0-9a-fA-F]{64})(?:\\s|$)");

  private final DropPlacing placing;
  private final Predicate<String> checksumRequired;
  private final DropAnswers answers;
  private final DoorSettings settings;
  private final SeenFiles files;
  private final LargeFiles large;
  private final Consumer<Rejected> told;

  DropStrategy(
      DropLayout layout,
      Predicate<String> checksumRequired,
      DropAnswers answers,
      DoorSettings settings,
      Clock clock,
      LargeFiles large,
      Consumer<Rejected> told) {
    this.placing = new DropPlacing(layout, clock);
    this.checksumRequired = checksumRequired;
    this.answers = answers;
    this.settings = settings;
    this.large = large;
    this.told = told;
    this.files = new SeenFiles(clock, settings.poll().multipliedBy(6).plus(LONGEST_POLL));
  }

  @Override
  public void prepareOnStartup(
      GenericFileOperations<SftpRemoteFile> operations,
      GenericFileEndpoint<SftpRemoteFile> endpoint) {
    // Not yet connected here: folders are made when the first file is looked at.
  }

  /**
   * Sees each file of a folder at each poll, whatever number of them is looked at: else a file
   * among fifty thousand would not be met a second time before it was forgotten.
   */
  @Override
  public boolean accept(GenericFile<SftpRemoteFile> file) {
    // SECURITY: a server may list what it likes; only what lies in the folder itself is touched.
    if (FileName.leadsElsewhere(name(file))) {
      return false;
    }
    String path = file.getEndpointPath() + "/" + name(file);
    files.look(path, file.getFileLength(), file.getLastModified());
    return true;
  }

  @Override
  public boolean begin(
      GenericFileOperations<SftpRemoteFile> operations,
      GenericFileEndpoint<SftpRemoteFile> endpoint,
      Exchange exchange,
      GenericFile<SftpRemoteFile> file) {
    if (link(file)) {
      return false;
    }
    SftpFolder folder = new SftpFolder(exchange.getContext(), operations);
    String path = path(endpoint, file);
    SeenFiles.Seen seen = files.listed(path);
    boolean settled = seen != null && SeenFiles.unchangedFor(seen, settings.settle());
    boolean overdue = seen != null && SeenFiles.thereFor(seen, settings.overdue());
    Optional<Code> refusal = refusal(file);
    if (refusal.isPresent()) {
      if (settled) {
        refuse(folder, endpoint, file, refusal.get());
      }
      return false;
    }
    Optional<String> checksum = checksum(folder, path);
    if (checksum.isEmpty() && checksumRequired.test(directory(endpoint))) {
      if (overdue) {
        refuse(folder, endpoint, file, Code.CHECKSUM);
      }
      return false;
    }
    checksum.ifPresent(digest -> exchange.setProperty(CHECKSUM, digest));
    exchange.setProperty(FINAL, settled || overdue);
    return (checksum.isPresent() || settled) && mayEnter(directory(endpoint), file);
  }

  private boolean mayEnter(String directory, GenericFile<SftpRemoteFile> file) {
    return file.getFileLength() < settings.largeFile().toBytes() || large.enter(directory);
  }

  /** SECURITY: a link may lead into another partner's tree; it is left alone. */
  private static boolean link(GenericFile<SftpRemoteFile> file) {
    return file.getFile().getRemoteFile() instanceof LsEntry entry && entry.getAttrs().isLink();
  }

  /** What can be told without reading the file. */
  private Optional<Code> refusal(GenericFile<SftpRemoteFile> file) {
    if (!FileName.allowed(name(file))) {
      return Optional.of(Code.FILE_NAME);
    }
    return file.getFileLength() > settings.largestFile().toBytes()
        ? Optional.of(Code.TOO_LARGE)
        : Optional.empty();
  }

  private static Optional<String> checksum(SftpFolder folder, String path) {
    return folder
        .readSmall(path + ".sha256", 4096)
        .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
        // A side file that names no digest matches nothing.
        .map(text -> DIGEST.matcher(text))
        .map(matcher -> matcher.find() ? digest(matcher) : "unreadable");
  }

  private static String digest(Matcher matcher) {
    return matcher.group(1).toLowerCase(Locale.ROOT);
  }

  private void refuse(
      SftpFolder folder,
      GenericFileEndpoint<SftpRemoteFile> endpoint,
      GenericFile<SftpRemoteFile> file,
      Code code) {
    Rejected rejected = new Rejected(Fault.of(code, ""));
    String id = DropPlacing.correlationId(file);
    Correlation.during(
        id,
        () -> {
          told.accept(rejected);
          Supplier<InputStream> answer = answers.refused(rejected, id);
          place(folder, endpoint, file, new DropAnswer(Fate.REFUSED, answer));
        });
  }

  @Override
  public void commit(
      GenericFileOperations<SftpRemoteFile> operations,
      GenericFileEndpoint<SftpRemoteFile> endpoint,
      Exchange exchange,
      GenericFile<SftpRemoteFile> file) {
    try {
      if (exchange.getMessage().getBody() instanceof DropAnswer answer) {
        place(new SftpFolder(exchange.getContext(), operations), endpoint, file, answer);
      }
    } finally {
      large.leave(directory(endpoint));
    }
  }

  private void place(
      SftpFolder folder,
      GenericFileEndpoint<SftpRemoteFile> endpoint,
      GenericFile<SftpRemoteFile> file,
      DropAnswer answer) {
    if (answer.fate() == Fate.LEFT) {
      return;
    }
    String path = path(endpoint, file);
    if (folder.same(path, file.getFileLength(), file.getLastModified())) {
      boolean checksumLast = checksumRequired.test(directory(endpoint));
      placing.place(folder, directory(endpoint), name(file), answer, checksumLast);
    } else {
      placing.answerOnly(folder, directory(endpoint), name(file), answer);
    }
    files.forget(path);
  }

  /** SECURITY: Camel's own path makes a slash of a backslash, which leads into other folders. */
  private static String path(
      GenericFileEndpoint<SftpRemoteFile> endpoint, GenericFile<SftpRemoteFile> file) {
    return directory(endpoint) + "/" + name(file);
  }

  private static String name(GenericFile<SftpRemoteFile> file) {
    return file.getFile().getFilename();
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
    // Camel ends what is in progress under its own spelling of the path, which a backslash changes.
    endpoint.getInProgressRepository().remove(path(endpoint, file));
    large.leave(directory(endpoint));
  }

  @Override
  public void rollback(
      GenericFileOperations<SftpRemoteFile> operations,
      GenericFileEndpoint<SftpRemoteFile> endpoint,
      Exchange exchange,
      GenericFile<SftpRemoteFile> file) {
    large.leave(directory(endpoint));
    // SECURITY: the name stays out of the log; it may be a stranger's.
    LOG.warn("a dropped file was left where it is and will be tried again");
  }
}
