package vn.kt1.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.util.security.SecurityUtils;

/** ECDSA P-256 key pairs in files, in the form that OpenSSH, JSch and MINA all read. */
public final class SshKeys {
  private SshKeys() {}

  /** The key pair of that private key file, which is made (0600) where there is none. */
  public static KeyPair getOrCreate(Path privateKey) throws IOException {
    try {
      return Files.exists(privateKey) ? read(privateKey) : create(privateKey);
    } catch (GeneralSecurityException unreadable) {
      throw new IOException(privateKey + " holds no usable key", unreadable);
    }
  }

  /** A line of {@code known_hosts} for a server on the loopback address. */
  public static String knownHost(int port, PublicKey hostKey) {
    return "[127.0.0.1]:" + port + " " + PublicKeyEntry.toString(hostKey) + "\n";
  }

  private static KeyPair read(Path privateKey) throws IOException, GeneralSecurityException {
    Files.setPosixFilePermissions(privateKey, PosixFilePermissions.fromString("rw-------"));
    try (InputStream stored = Files.newInputStream(privateKey)) {
      return SecurityUtils.loadKeyPairIdentities(
              null, NamedResource.ofName("key"), stored, FilePasswordProvider.EMPTY)
          .iterator()
          .next();
    }
  }

  private static KeyPair create(Path privateKey) throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "kt1-sandbox", null, bytes);
    Files.createDirectories(privateKey.toAbsolutePath().getParent());
    DurableFile.writeSecret(privateKey, bytes.toByteArray());
    return pair;
  }
}
