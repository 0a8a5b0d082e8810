package vn.kt1.gateway.sftp;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.dispatch.ParkedWork;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.gateway.shipment.Unavailable;
import vn.kt1.gateway.shipment.VietnamTime;
import vn.kt1.gateway.text.FileName;
import vn.kt1.gateway.web.Problem;

/** Parked files in {@code .parked/}: puts them back into their folder, or answers them for good. */
@Component
class ParkedFiles implements ParkedWork {

  private static final String PARTNER = "hand-off-by-sftp-";
  private static final Set<String> FEEDS = Set.of("receipts", "invoices", "monthly", "status");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(VietnamTime.VIETNAM);

  private final SftpLine line;
  private final DoorSettings settings;
  private final Clock clock;

  ParkedFiles(SftpLine line, DoorSettings settings, Clock clock) {
    this.line = line;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public boolean knows(String route) {
    return FEEDS.contains(route) || route.startsWith(PARTNER);
  }

  /**
   * Puts the file back with its checksum, which parking had removed. So it is taken at once, also
   * where a checksum is required.
   */
  @Override
  public void again(String route, String reference) {
    String directory = directory(route);
    String parked = parked(directory, reference);
    at(
        route,
        folder -> {
          byte[] bytes =
              read(folder, parked)
                  .orElseThrow(() -> new Rejected(Fault.of(Code.NOT_FOUND, "", "parked-file")));
          String path = directory + "/" + reference;
          if (folder.exists(path)) {
            // A newer file with this name is there, and this checksum would refuse it.
            throw new Unavailable("the place of a parked file", null);
          }
          String checksum = Sha256.of(bytes) + "  " + reference + "\n";
          byte[] line = checksum.getBytes(StandardCharsets.US_ASCII);
          folder.writeWhole(path + ".sha256", new ByteArrayInputStream(line));
          folder.move(parked, path, stamp());
        });
  }

  private Optional<byte[]> read(SftpFolder folder, String path) {
    return folder.readSmall(path, Math.toIntExact(settings.largestFile().toBytes()));
  }

  /**
   * Answers as long as the file is there. When it is gone nobody knows why: it may have been put
   * back and taken.
   */
  @Override
  public void giveUp(String route, String reference) {
    boolean partner = route.startsWith(PARTNER);
    DropLayout layout = partner ? DropLayout.PARTNER : DropLayout.POST;
    DropAnswers answers = partner ? DropAnswers.PARTNER : DropAnswers.POST;
    String directory = directory(route);
    String parked = parked(directory, reference);
    DropLayout.Place place = layout.place(directory, reference, false);
    Rejected rejected = new Rejected(Fault.of(Code.INTERNAL, "", "given-up"));
    at(
        route,
        folder -> {
          if (folder.exists(parked)) {
            layout.folders(directory).forEach(folder::ensure);
            folder.writeWhole(
                place.answer(), answers.refused(rejected, Problem.newCorrelationId()).get());
            folder.move(parked, place.file(), stamp());
          }
        });
  }

  private static String directory(String route) {
    return route.startsWith(PARTNER)
        ? route.substring(PARTNER.length()) + "/outbox"
        : "from-post/" + route;
  }

  private static String parked(String directory, String reference) {
    // SECURITY: the stored name must be a plain name and must not lead to another folder.
    if (!FileName.allowed(reference)) {
      throw new Rejected(Fault.of(Code.NOT_FOUND, "", "parked-file"));
    }
    return directory + "/.parked/" + reference;
  }

  private void at(String route, Consumer<SftpFolder> work) {
    SftpSettings server = route.startsWith(PARTNER) ? settings.drop() : settings.post();
    line.at(server, directory(route), work);
  }

  private String stamp() {
    return STAMP.format(clock.instant());
  }
}
