package vn.kt1.gateway.startup;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Directory;

/** The SFTP servers: named, known by their host keys, and our key for nobody else to read. */
final class SftpServers implements Check {

  /** By RFC 2606 a name that no machine has: what nobody has filled in. */
  private static final String NOBODY = ".invalid";

  private final @Nullable Directory directory;

  SftpServers(@Nullable Directory directory) {
    this.directory = directory;
  }

  @Override
  public void look(Settings settings, Findings findings) {
    server("gateway.door.post", "the post's SFTP server", settings, findings);
    if (directory == null || directory.partners().stream().anyMatch(partner -> partner.sftp())) {
      server("gateway.door.drop", "the SFTP server of the partners", settings, findings);
    }
  }

  private static void server(String prefix, String what, Settings settings, Findings findings) {
    Setting host = settings.find(prefix + ".host");
    if (host.raw() == null) {
      return; // BoundSettings tells that the whole server is missing
    }
    boolean named = !host.blank() && !host.text().endsWith(NOBODY);
    if (!named) {
      findings.about(host, "no server is named", "the name of " + what);
    }
    privateKey(settings.find(prefix + ".private-key-file"), findings);
    String port = settings.text(prefix + ".port");
    // As OpenSSH and JSch look it up.
    String name = port.equals("22") ? host.text() : "[" + host.text() + "]:" + port;
    knownHosts(settings.find(prefix + ".known-hosts-file"), named ? name : null, findings);
  }

  private static void privateKey(Setting setting, Findings findings) {
    Path file = file(setting, "our private key for that server: ssh-keygen", findings);
    // SECURITY: as ssh itself asks.
    if (file != null && Permissions.anybodyElseMayRead(file)) {
      findings.wrong(setting, "others may read or write the private key", "chmod 0600 " + file);
    }
  }

  private static void knownHosts(Setting setting, @Nullable String host, Findings findings) {
    String write = "the server's key: ssh-keyscan, compared with its administrator";
    Path file = file(setting, write, findings);
    if (file == null) {
      return;
    }
    // SECURITY: whoever may write it can put another server in the place of the right one.
    if (Permissions.othersMayWrite(file)) {
      findings.wrong(setting, "others may write the known hosts", "chmod o-w " + file);
    }
    if (host != null && !knows(file, host)) {
      findings.wrong(setting, "no key of " + host + " in it", write);
    }
  }

  /** Null, and told, where there is no file that can be read. */
  private static @Nullable Path file(Setting setting, String write, Findings findings) {
    File file = new File(setting.text());
    if (setting.blank()) {
      findings.about(setting, "no file is named", "the path of " + write);
    } else if (!file.isFile() || !file.canRead()) {
      findings.about(setting, "no file that can be read: " + file, write);
    } else if (file.length() == 0) {
      findings.wrong(setting, "the file is empty: " + file, write);
    } else {
      Path folder = Permissions.folderOthersMayWrite(file.toPath());
      if (folder != null) {
        findings.wrong(setting, "others may write into its folder", "chmod o-w " + folder);
      }
      return file.toPath();
    }
    return null;
  }

  /** By the library that connects, so that both mean the same; hashed names as well. */
  private static boolean knows(Path file, String host) {
    try {
      JSch jsch = new JSch();
      jsch.setKnownHosts(file.toString());
      HostKey[] keys = jsch.getHostKeyRepository().getHostKey(host, null);
      return Arrays.stream(keys).anyMatch(key -> key.getMarker().isEmpty());
    } catch (JSchException unreadable) {
      return false;
    }
  }
}
