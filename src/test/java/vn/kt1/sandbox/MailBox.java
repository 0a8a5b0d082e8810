package vn.kt1.sandbox;

import com.icegreen.greenmail.store.FolderListener;
import com.icegreen.greenmail.store.MailFolder;
import jakarta.mail.Flags;
import jakarta.mail.Flags.Flag;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * A mailbox that outlives its server: each mail is a file before it is acknowledged, its flags are
 * a file beside it, and numbers are never given twice. What a client appends by IMAP is not kept.
 */
final class MailBox implements FolderListener {

  private static final List<Flag> KEPT = List.of(Flag.SEEN, Flag.FLAGGED, Flag.DELETED);

  private final Path folder;
  private final MailFolder box;

  /**
   * Guarded by itself: GreenMail calls back while it holds its own list, so nothing else may be.
   */
  private final List<Long> numbers = new ArrayList<>();

  private final Object delivering = new Object();
  private final Set<String> notices = new HashSet<>();

  private MailBox(Path folder, MailFolder box) {
    this.folder = folder;
    this.box = box;
  }

  /** The box as it was kept in that folder. */
  static MailBox open(Path folder, MailFolder box) {
    try {
      Files.createDirectories(folder);
      MailBox kept = new MailBox(folder, box);
      kept.load();
      box.addListener(kept);
      return kept;
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException("the mailbox " + folder.getFileName() + " is broken", e);
    }
  }

  private void load() throws IOException, MessagingException {
    Path validity = folder.resolve("uidvalidity");
    if (!Files.exists(validity)) {
      write(validity, String.valueOf(box.getUidValidity()));
    }
    set("uidValidity", Long.parseLong(Files.readString(validity)));
    for (long number : mails()) {
      next().set(number);
      numbers.add(number);
      MimeMessage mail = read(number);
      repeated(mail);
      box.appendMessage(mail, flags(number), new Date(modified(number)));
    }
    Path last = folder.resolve("last");
    next().set(Files.exists(last) ? Long.parseLong(Files.readString(last)) + 1 : 1);
  }

  private List<Long> mails() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".eml"))
          .map(name -> Long.valueOf(name.replace(".eml", "")))
          .sorted()
          .toList();
    }
  }

  /** Durable when it returns. A notice of a machine that came before is the same notice. */
  void deliver(MimeMessage mail) {
    synchronized (delivering) {
      try {
        if (!repeated(mail)) {
          keep(mail);
        }
      } catch (Exception e) {
        throw new IllegalStateException("a mail could not be kept", e);
      }
    }
  }

  private void keep(MimeMessage mail) throws Exception {
    long number = next().get();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    mail.writeTo(bytes);
    write(folder.resolve("last"), String.valueOf(number));
    DurableFile.write(file(number), bytes.toByteArray());
    box.store(mail);
  }

  /** A client killed before it saw our answer sends again, under the same Message-ID. */
  private boolean repeated(MimeMessage mail) throws MessagingException {
    if (mail.getHeader("Auto-Submitted") == null || mail.getMessageID() == null) {
      return false;
    }
    return !notices.add(mail.getMessageID());
  }

  @Override
  public void added(int msn) {
    synchronized (numbers) {
      numbers.add(box.getUIDNext() - 1);
    }
  }

  @Override
  public void flagsUpdated(int msn, Flags flags, Long uid) {
    StringBuilder set = new StringBuilder();
    for (int i = 0; i < KEPT.size(); i++) {
      set.append(flags.contains(KEPT.get(i)) ? "x" : "-");
    }
    synchronized (numbers) {
      write(flagFile(numbers.get(msn - 1)), set.toString());
    }
  }

  @Override
  public void expunged(int msn) {
    long number;
    synchronized (numbers) {
      number = numbers.remove(msn - 1);
    }
    try {
      Files.deleteIfExists(file(number));
      Files.deleteIfExists(flagFile(number));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void mailboxDeleted() {
    // Boxes are not deleted here.
  }

  private MimeMessage read(long number) throws IOException, MessagingException {
    try (InputStream bytes = Files.newInputStream(file(number))) {
      return new MimeMessage(Session.getInstance(new Properties()), bytes);
    }
  }

  private Flags flags(long number) throws IOException {
    Flags flags = new Flags();
    Path file = flagFile(number);
    String set = Files.exists(file) ? Files.readString(file) : "";
    for (int i = 0; i < set.length(); i++) {
      if (set.charAt(i) == 'x') {
        flags.add(KEPT.get(i));
      }
    }
    return flags;
  }

  private long modified(long number) throws IOException {
    return Files.getLastModifiedTime(file(number)).toMillis();
  }

  private Path file(long number) {
    return folder.resolve(number + ".eml");
  }

  private Path flagFile(long number) {
    return folder.resolve(number + ".flags");
  }

  private static void write(Path file, String text) {
    try {
      DurableFile.write(file, text.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private AtomicLong next() {
    try {
      return (AtomicLong) field("nextUid").get(box);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** GreenMail counts from one at each start and has no other way to be told. */
  private void set(String name, long value) {
    try {
      field(name).setLong(box, value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private Field field(String name) {
    try {
      Field field = box.getClass().getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }
}
