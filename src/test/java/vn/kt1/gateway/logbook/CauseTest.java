package vn.kt1.gateway.logbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SftpException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.StoreClosedException;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Unavailable;

/** What people are told of failures that libraries really throw. */
class CauseTest {

  /** What no person is told: a class, or a word only a programmer says. */
  private static final Pattern OF_PROGRAMS =
      Pattern.compile("[a-z]+\\.[a-z]+\\.[A-Z]\\w+|Exception|Error\\b|\\bnull\\b|\\{\\d");

  private static final String PLANTED = "tuyet-mat-so-12.pdf";

  static Stream<Arguments> failures() {
    return Stream.of(
        // SSH and SFTP
        told("key-refused", new JSchException("Auth fail for methods 'publickey'")),
        told("key-refused", new JSchException("Auth cancel")),
        told("key-refused", connecting(new JSchException("USERAUTH fail"))),
        told("key-unreadable", new JSchException("invalid privatekey: [B@12")),
        told("host-key-unknown", new JSchException("UnknownHostKey: h. RSA key fingerprint is x")),
        told("host-key-unknown", new JSchException("reject HostKey: 127.0.0.1")),
        told("host-key-changed", new JSchException("HostKey has been changed: h")),
        told("algorithms", new JSchException("Algorithm negotiation fail")),
        told("refusedCall", ssh(new ConnectException("Connection refused"))),
        told("timeout", new JSchException("timeout: socket is not established")),
        told("timeout", ssh(new SocketTimeoutException("Connect timed out"))),
        told("name-unknown", ssh(new UnknownHostException(PLANTED))),
        told("no-route", ssh(new NoRouteToHostException("No route to host"))),
        told("closed", new JSchException("connection is closed by foreign host")),
        told("closed", new JSchException("Session.connect: java.io.IOException: End of IO Stream")),
        told("closed", new JSchException("session is down")),
        told("closed", new SftpException(4, "", new IOException("Pipe closed"))),
        told("file-missing", new SftpException(2, "No such file")),
        told("no-rights-there", new SftpException(3, "Permission denied")),
        told("disk-full-there", new SftpException(4, "No space left on device")),
        told("server-said-no", new SftpException(4, "Failure")),
        told(
            "folder-missing",
            new GenericFileOperationFailedException(
                "Cannot change directory to: from-post/receipts", new SftpException(2, "no"))),
        // Mail
        told("login-refused", new AuthenticationFailedException("535 5.7.8 no")),
        told("refusedCall", mail("x", new ConnectException("Connection refused"))),
        told("name-unknown", mail("Unknown SMTP host: h", new UnknownHostException("h"))),
        told("folder-missing", new FolderNotFoundException()),
        told("closed", new StoreClosedException(null, "* BYE JavaMail Exception")),
        told("mail-refused", new SendFailedException("554 5.7.1 " + PLANTED)),
        told("no-tls", new MessagingException("STARTTLS is required but host does not support it")),
        told("timeout", mail("Read timed out", new SocketTimeoutException("Read timed out"))),
        // TLS
        told(
            "certificate-expired",
            tls(new CertificateExpiredException("NotAfter: Sat Nov 21 23:30:00 UTC 2026"))),
        told("certificate-early", tls(new CertificateNotYetValidException("NotBefore: x"))),
        told(
            "our-certificate",
            new SSLHandshakeException("Received fatal alert: certificate_required")),
        told("our-certificate", new SSLHandshakeException("Received fatal alert: bad_certificate")),
        told(
            "wrong-name",
            tls(new CertificateException("No subject alternative DNS name matching h found."))),
        told("not-trusted", tls(new CertPathValidatorException("Path does not chain"))),
        told("not-trusted", new SSLHandshakeException("PKIX path building failed: x")),
        told("not-trusted", new SSLPeerUnverifiedException("peer not authenticated")),
        told("no-tls", new SSLException("Unsupported or unrecognized SSL message")),
        told("no-tls", new SSLHandshakeException("Received fatal alert: protocol_version")),
        told("closed", new SSLException("Connection reset")),
        // HTTP and names
        told("timeout", new HttpTimeoutException("request timed out")),
        told("timeout", new HttpConnectTimeoutException("HTTP connect timed out")),
        told("name-unknown", connect(new UnresolvedAddressException())),
        told("refusedCall", connect(new ConnectException("Connection refused"))),
        told("closed", new IOException("HTTP/1.1 header parser received no bytes: closed")),
        told("closed", new SocketException("Connection reset by peer")),
        told("closed", new SocketException("Broken pipe")),
        told("closed", new ClosedChannelException()),
        told("closed", new UncheckedIOException(new EOFException())),
        told("no-route", new SocketException("Network is unreachable")),
        told("timeout", new TimeoutException()),
        // The database
        told("database-read-only", sql("25006")),
        told("database-disk", sql("53100")),
        told("database-full", sql("53300")),
        told("database-login", sql("28P01")),
        told("database-missing", sql("3D000")),
        told("database-rights", sql("42501")),
        told("database-schema", sql("42P01")),
        told("database-busy", sql("40P01")),
        told("database-busy", sql("55P03")),
        told("database-away", sql("57P01")),
        told("database-away", sql("08006")),
        told("database-refused", sql("23505")),
        told("timeout-database", sql("57014")),
        told(
            "database-away",
            new CannotGetJdbcConnectionException(
                "Failed",
                new PSQLException("refusedCall", PSQLState.CONNECTION_UNABLE_TO_CONNECT))),
        told("database-away", new CannotCreateTransactionException("no connection")),
        told("database-away", new DataAccessResourceFailureException("gone")),
        told("database-refused", new DataIntegrityViolationException(PLANTED)),
        told("timeout", new QueryTimeoutException("x")),
        told(
            "pool-empty",
            new CannotGetJdbcConnectionException(
                "x",
                new SQLTransientConnectionException(
                    "HikariPool-1 - Connection is not available, request timed out"))),
        // This machine and this gateway
        told("disk-full-here", new IOException("No space left on device")),
        told("file-missing", new NoSuchFileException(PLANTED)),
        told("file-missing", new FileNotFoundException(PLANTED)),
        told("no-rights-here", new AccessDeniedException(PLANTED)),
        told("busy", new RejectedExecutionException()),
        told("memory", new OutOfMemoryError("Java heap space")),
        told("stopping", new InterruptedException()),
        told("resting", new DirectConsumerNotAvailableException("no consumers", null)),
        told("rejected", new Rejected(Fault.of(Code.ALREADY_ACCEPTED, ""))),
        told("not-there", new Unavailable("the mailbox", null)),
        told("ours", new NullPointerException(PLANTED)),
        told("ours", new IllegalStateException(PLANTED)));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void each_failure_has_its_sentence(String key, Throwable failure) {
    assertThat(Cause.of(failure).key()).isEqualTo(key);
    assertThat(Cause.of(new Unavailable("the place", failure)).key())
        .isEqualTo(key.equals("ours") ? "not-there" : key);
    sayable(Cause.of(failure));
  }

  @Test
  void an_expired_certificate_is_told_with_its_day_as_it_is_here() {
    Cause cause =
        Cause.of(tls(new CertificateExpiredException("NotAfter: Sat Nov 21 23:30:00 UTC 2026")));
    assertThat(cause.text("tracking").en())
        .isEqualTo("the certificate of the post’s tracking API expired on 2026-11-22");
    assertThat(cause.text("tracking").vi()).contains("hết hạn ngày 2026-11-22");
    assertThat(Cause.of(new CertificateExpiredException("at some time")).text("x").en())
        .isEqualTo("the certificate of the other side has expired");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Cannot change directory to: from-post/receipts | from-post/receipts",
        "Cannot change directory to: /outbox/.done | outbox/.done",
        "Cannot list directory: status | status",
        "Cannot change directory to: partners/hp-eoffice/outbox | outbox",
        "Cannot change directory to: tuyet-mat-so-12.pdf/outbox | outbox",
        "Cannot create directory: to-post/orders | to-post/orders",
        "Cannot change directory to: outbox/tuyet-mat-so-12.pdf |",
        "Cannot change directory to: somewhere |",
      })
  void a_folder_is_named_only_if_it_is_one_of_ours(String message, String folder) {
    Cause cause =
        Cause.of(new GenericFileOperationFailedException(message, new SftpException(2, "no")));
    assertThat(cause.text("status").en())
        .isEqualTo(
            folder == null
                ? "a folder is missing at the post’s server"
                : "folder " + folder + " is missing at the post’s server");
    sayable(cause);
  }

  @ParameterizedTest
  @CsvSource({
    "receipts, the post’s server",
    "status, the post’s server",
    "orders-send, the post’s server",
    "hand-off-by-sftp-hp-eoffice, the partners’ SFTP server",
    "news-send, the partners’ SFTP server",
    "notices-send, the mail server",
    "hand-off-by-mail, the mail server",
    "imap, the mail server",
    "tracking-ask, the post’s tracking API",
    "whatever, the other side"
  })
  void the_route_tells_who_is_at_the_other_end(String route, String who) {
    Cause cause = Cause.of(new JSchException("Auth fail"));
    assertThat(cause.text(route).en()).isEqualTo(who + " refused our key");
  }

  @Test
  void what_was_kept_is_told_the_same_later() {
    failures()
        .map(given -> Cause.of((Throwable) given.get()[1]))
        .forEach(cause -> assertThat(Cause.read(cause.kept())).isEqualTo(cause));
    assertThat(Cause.read("Unavailable < SftpException").key()).isEqualTo("ours");
  }

  @Property
  void nothing_of_a_message_and_no_class_is_ever_told(@ForAll("chains") Throwable failure) {
    sayable(Cause.of(failure));
  }

  @Provide
  Arbitrary<Throwable> chains() {
    Arbitrary<String> message =
        Arbitraries.strings()
            .ascii()
            .ofMaxLength(30)
            .map(text -> text + PLANTED + " java.lang.NullPointerException " + text);
    List<Arguments> known = failures().toList();
    return Arbitraries.of(known)
        .map(given -> (Throwable) given.get()[1])
        .flatMap(
            inner ->
                message.flatMap(
                    text ->
                        Arbitraries.of(
                            new IllegalStateException(text, inner),
                            new IOException(text, inner),
                            new SQLException(text, inner),
                            new GenericFileOperationFailedException(
                                "Cannot change directory to: " + text, inner),
                            new CertificateExpiredException("NotAfter: " + text),
                            new JSchException(text, inner))));
  }

  private static void sayable(Cause cause) {
    for (String route : List.of("receipts", "news-send", "notices-send", "tracking", "")) {
      for (String said :
          List.of(cause.words(route), cause.line(route), cause.text(route).in(Locale.ENGLISH))) {
        assertThat(said).doesNotContain(PLANTED).doesNotContainPattern(OF_PROGRAMS);
      }
    }
  }

  private static Arguments told(String key, Throwable failure) {
    return Arguments.of(key, failure);
  }

  private static Throwable ssh(Throwable cause) {
    return connecting(new JSchException(cause.toString(), cause));
  }

  private static Throwable connecting(Throwable cause) {
    return new GenericFileOperationFailedException("Cannot connect to sftp://x@h:22", cause);
  }

  private static Throwable mail(String message, Exception cause) {
    return new MessagingException(message, cause);
  }

  private static Throwable tls(Throwable cause) {
    return new SSLHandshakeException(cause.getMessage()).initCause(cause);
  }

  private static Throwable connect(Throwable cause) {
    return new ConnectException().initCause(cause);
  }

  private static Throwable sql(String state) {
    SQLException inner = new SQLException("ERROR: " + PLANTED, state);
    return new UncategorizedSQLException("insert", "insert into x", inner);
  }
}
