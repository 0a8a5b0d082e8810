package vn.kt1.gateway.directory;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * The block {@code tls} of a partner's file: the certificates its machine may show, two at most, so
 * that one can follow the other.
 */
final class TlsBlock {

  private static final List<String> KEYS = List.of("certificates");
  private static final int MOST = 2;
  private static final String WRITE = "certificates: [certificates/<partner>.pem]";

  private TlsBlock() {}

  /** Empty where there is no such block, or nothing good in it. */
  static List<X509Certificate> read(Path file, List<BadConfiguration.Fault> faults) {
    YamlBlock all = YamlBlock.of(file, faults);
    YamlBlock tls = all == null ? null : all.block("tls");
    if (tls == null) {
      return List.of();
    }
    tls.onlyKeys(KEYS);
    tls.neededKeys(KEYS);
    List<YamlBlock.Scalar> paths = tls.texts("certificates");
    if (paths.size() > MOST) {
      tls.fault(paths.get(MOST).line(), "tls.certificates names more than two files", WRITE);
    }
    CertificateFile reader = new CertificateFile(file, faults);
    List<X509Certificate> found = new ArrayList<>();
    for (YamlBlock.Scalar path : paths) {
      X509Certificate read = reader.read(path.text(), path.line(), CertificateFile.Use.TLS);
      if (read != null && found.contains(read)) {
        tls.fault(path.line(), "the same certificate stands there twice", "each file once");
      } else if (read != null) {
        found.add(read);
      }
    }
    return found;
  }
}
