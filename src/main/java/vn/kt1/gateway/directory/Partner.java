package vn.kt1.gateway.directory;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An e-office system that hands over for its units. {@code sftp}: it has a drop folder; {@code
 * checksumRequired}: a dropped file waits for its {@code .sha256}; {@code mail}: it may hand over
 * by mail; {@code rate}: how often it may call, where that is not the usual; {@code conventions}:
 * how it writes; {@code tlsCertificates}: it calls with one of these, empty: with any or none;
 * {@code jwtSubject}: under what name the identity provider vouches for it.
 */
public record Partner(
    String id,
    String name,
    Set<String> units,
    boolean sftp,
    boolean checksumRequired,
    @Nullable Mail mail,
    @Nullable Rate rate,
    Conventions conventions,
    List<X509Certificate> tlsCertificates,
    @Nullable String jwtSubject) {

  /** One with the usual rate that writes as the contract says and calls with any certificate. */
  public Partner(
      String id,
      String name,
      Set<String> units,
      boolean sftp,
      boolean checksumRequired,
      @Nullable Mail mail) {
    this(
        id, name, units, sftp, checksumRequired, mail, null, Conventions.CONTRACT, List.of(), null);
  }

  /**
   * Its one address, whether it wants a mail for each shipment delivered, the one certificate its
   * mails may be signed with, and further addresses that a hand-off may come from: answers go to
   * the one.
   */
  public record Mail(
      String address,
      boolean deliveryNotices,
      @Nullable X509Certificate certificate,
      Set<String> alsoFrom) {

    public Mail {
      alsoFrom = Set.copyOf(alsoFrom);
    }

    public Mail(String address, boolean deliveryNotices, @Nullable X509Certificate certificate) {
      this(address, deliveryNotices, certificate, Set.of());
    }

    public Mail(String address, boolean deliveryNotices) {
      this(address, deliveryNotices, null);
    }

    /** Every address a mail of the partner may come from, folded. */
    Set<String> addresses() {
      return Stream.concat(Stream.of(address), alsoFrom.stream())
          .map(MailAddress::folded)
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  public Partner {
    units = Set.copyOf(units);
    tlsCertificates = List.copyOf(tlsCertificates);
  }
}
