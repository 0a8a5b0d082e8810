package vn.kt1.gateway.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.testing.Authority;
import vn.kt1.testing.Signer;

class InspectionTest {

  private static final String PLANTED = "Zx81-Planted-Value";

  @TempDir Path folder;
  private Premises premises;

  @BeforeEach
  void a_good_one() {
    premises = new Premises(folder);
  }

  @Test
  void nothing_is_said_of_good_premises_and_their_data_folder_is_made_for_nobody_else()
      throws Exception {
    assertThat(premises.check().all()).isEmpty();
    assertThat(folder.resolve("data")).as("a check makes nothing").doesNotExist();
    assertThat(premises.start()).isEmpty();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data"))))
        .isEqualTo("rwx------");
  }

  @Test
  void every_fault_is_told_at_once_by_start_and_check_in_the_same_words() {
    premises.setting("gateway.door.pol: 5s");
    premises.variables.put("GATEWAY_ADDRESS", "0.0.0.0");
    premises.variables.put("GATEWAY_DB_PASSWORD", "changeme");
    premises.options.add("-agentlib:jdwp=transport=dt_socket,address=*:5005");
    List<String> said = premises.start();
    assertThat(said).hasSize(4).allMatch(line -> line.matches(".+: .+ -> .+"));
    assertThat(Premises.said(premises.check().faults())).isEqualTo(said);
  }

  @Test
  void what_nobody_has_set_keeps_from_starting_and_is_no_fault_of_the_folder() {
    premises.variables.clear();
    Findings found = premises.check();
    assertThat(found.faults()).isEmpty();
    assertThat(Premises.said(found.open()))
        .contains(
            "GATEWAY_DB_URL: not set in the environment -> its value",
            "GATEWAY_DB_PASSWORD: not set in the environment -> its value, or"
                + " GATEWAY_DB_PASSWORD_FILE",
            "GATEWAY_POST_SFTP_HOST: no server is named -> the name of the post's SFTP server")
        .anyMatch(line -> line.startsWith("GATEWAY_DROP_SFTP_KEY: no file that can be read"))
        .noneMatch(line -> line.startsWith("GATEWAY_DATA"));
    assertThat(premises.start()).hasSizeGreaterThan(8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gateway.door.pol: 5s | config/application.yaml:LINE: unknown key gateway.door.pol -> did"
            + " you mean poll? One of drop,",
        "gateway.dor.poll: 5s | unknown key gateway.dor.poll -> did you mean door? One of access,"
            + " admin, config, dispatch, door,",
        "gateway: {mail: {smtp: {hots: x}}} | unknown key gateway.mail.smtp.hots -> did you mean"
            + " host?",
        "gateway.door.poll.fast: 5s | unknown key gateway.door.poll.fast -> a value for"
            + " gateway.door.poll, and no key below it",
        "gateway.mail.largestMail: 3MB |",
        "gateway.orders.every: 2000 |",
        "gateway.orders.every: 2s |",
        "gateway.orders.every: 2S | gateway.orders.every cannot be read -> a time such as 500ms,"
            + " 30s",
        "server.tomcat.threads.max: 100 |",
        "server.tomcat.thread.max: 100 | server.tomcat.thread.max is not for configuration here ->"
            + " did you mean server.tomcat.threads.max",
        "spring.mail.host: x | spring.mail.host is not for configuration here -> nothing",
        "spring.h2.console.enabled: true | spring.h2.console.enabled is not for configuration here",
        "camel.main.name: other | camel.main.name is not for configuration here",
        "logging.level.org.quartz: ERROR |",
        "gateway.door.poll: abc | gateway.door.poll cannot be read -> a time such as 500ms, 30s",
        "gateway.intake.rows: many | gateway.intake.rows cannot be read -> a whole number",
        "gateway.intake.rows: 100001 | gateway.intake.rows is out of its bounds -> 100000 or less",
        "gateway.mail.smtp.security: SSL | gateway.mail.smtp.security cannot be read -> one of TLS,"
            + " STARTTLS, NONE",
        "gateway.tracking.every: 10ms | gateway.tracking.every is out of its bounds -> 1000ms or"
            + " longer",
        "gateway.admin.rate: {requests-per-second: 0, burst: 1} | gateway.admin.rate cannot be used"
            + " -> requestsPerSecond and burst are 1 to 10000",
        "gateway.tracking: {url: 'http://api.example.vn', user: u, customer: c} |"
            + " application.yaml:LINE: gateway.tracking.url no address that may be used",
        "gateway.mail.smtp: {host: mx.example.vn, security: NONE} | gateway.mail.smtp.security NONE"
            + " sends mails and the password in the clear",
        "gateway.post.pgp.post-key-file: /none | gateway.post.pgp.post-key-file is set alone:"
            + " OpenPGP takes both keys",
        "gateway.post.pgp: {post-key-file: /none, our-key-file: /nil} |"
            + " gateway.post.pgp.our-key-file names no file that can be read: /nil -> the path of"
            + " our secret key",
        "gateway.post.pgp.passphrase: sesame | gateway.post.pgp.passphrase is a secret, written"
            + " down",
        "gateway.retention.after: 3y |",
        "gateway.retention.after: 2y | gateway.retention.after is not three or more whole years ->"
            + " 3y",
        "gateway.retention.after: soon | gateway.retention.after cannot be read -> years such as"
            + " 5y",
        "gateway.orders.collect: -1s | gateway.orders.collect is out of its bounds",
        "server.port: http | server.port cannot be read -> a whole number",
      })
  void settings_in_files(String lines, String sentence) {
    premises.setting(lines);
    told(sentence);
  }

  private void told(String sentence) {
    List<String> said = premises.start();
    Findings check = premises.check();
    assertThat(Premises.said(check.all())).as("check-config").isEqualTo(said);
    if (sentence == null) {
      assertThat(said).isEmpty();
    } else {
      String expected = sentence.replace("LINE", "" + Premises.LINE);
      assertThat(Premises.said(check.faults())).anyMatch(line -> line.contains(expected));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GATEWAY_PRT | 8443 | GATEWAY_PRT: unknown variable -> did you mean GATEWAY_PORT?",
        "GATEWAY_WHATEVER_IT_MAY_BE_CALLED_AT_LAST | 1 | unknown variable -> unset it",
        "GATEWAY_DOOR_LARGEFILE | 5MB |",
        "GATEWAY_DOOR_LARGE_FILE | 5MB |",
        "GATEWAY_CLOCK_OFFSET | PT1H |",
        "GATEWAY_OIDC_AUDIENCE | kt1-gateway |",
        "GATEWAY_PORT | http | GATEWAY_PORT: server.port cannot be read -> a whole number",
        "MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE | * | MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE:"
            + " exposes what is never exposed -> of camelroutes,gateway",
        "MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE | health,env | exposes what is never exposed",
        "MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE | health |",
        "MANAGEMENT_ENDPOINTS_ACCESS_DEFAULT | unrestricted | opens endpoints nobody guards ->"
            + " none",
        "MANAGEMENT_ENDPOINT_ENV_ACCESS | read-only | opens more than the contract",
        "MANAGEMENT_ENDPOINT_GATEWAY_ACCESS | unrestricted | opens more than the contract",
        "MANAGEMENT_ENDPOINT_HEALTH_SHOWDETAILS | always | tells strangers",
        "MANAGEMENT_ENDPOINT_HEALTH_SHOW_DETAILS | always | tells strangers",
        "MANAGEMENT_SERVER_PORT | 8080 | opens the Actuator on the port of the API",
        "SERVER_ERROR_INCLUDE_STACKTRACE | always | SERVER_ERROR_INCLUDE_STACKTRACE:"
            + " server.error.include-stacktrace tells strangers what went wrong inside -> never, or"
            + " nothing",
        "SPRING_SERVLET_MULTIPART_ENABLED | true | spools uploads to a disk -> false",
        "SPRING_JMX_ENABLED | true | JMX",
        "SPRING_H2_CONSOLE_ENABLED | true | opens a database",
        "CAMEL_MAIN_TRACING | true | CAMEL_MAIN_TRACING: camel.main.tracing keeps or shows what"
            + " stands on envelopes -> false",
        "CAMEL_MAIN_BACKLOG_TRACING | true | camel.main.backlog-tracing",
        "CAMEL_MAIN_MESSAGEHISTORY | true | camel.main.message-history",
        "CAMEL_MAIN_STREAM_CACHING_ENABLED | true | spools bodies",
        "CAMEL_MAIN_ROUTES_INCLUDE_PATTERN | file:routes/*.yaml | none is read from disk",
        "LOGGING_LEVEL_ROOT | DEBUG | LOGGING_LEVEL_ROOT: makes root log what stands on envelopes",
        "LOGGING_LEVEL_ROOT | INFO |",
        "LOGGING_LEVEL_ORG_POSTGRESQL | TRACE | INFO or quieter",
        "LOGGING_LEVEL_COM_JCRAFT_JSCH | DEBUG | makes com.jcraft.jsch log",
        "LOGGING_LEVEL_ORG_APACHE_CAMEL_COMPONENT_MAIL | WARN | OFF or quieter",
        "LOGGING_LEVEL_ORG_APACHE_CAMEL_COMPONENT_FILE_REMOTE | INFO | ERROR or quieter",
        "LOGGING_LEVEL_VN_KT1 | DEBUG |",
        "LOGGING_CONFIG | /tmp/logback.xml | puts another logging in the place of ours",
        "DEBUG | true | DEBUG: debug logs what stands on envelopes -> false",
        "GATEWAY_ADDRESS | 0.0.0.0 | GATEWAY_ADDRESS: plain HTTP beyond this machine -> 127.0.0.1,"
            + " or set GATEWAY_TLS_CERTIFICATE",
        "GATEWAY_ADDRESS | gateway.example.vn | plain HTTP beyond this machine",
        "GATEWAY_ADDRESS | '::1' |",
        "SERVER_FORWARD_HEADERS_STRATEGY | framework | SERVER_FORWARD_HEADERS_STRATEGY: believes"
            + " whoever says",
        "SERVER_FORWARD_HEADERS_STRATEGY | NATIVE |",
        "MANAGEMENT_SERVER_ADDRESS | 10.0.0.1 | MANAGEMENT_SERVER_ADDRESS: plain HTTP beyond",
        "GATEWAY_TLS_KEY | /run/secrets/tls_key | GATEWAY_TLS_CERTIFICATE: not set -> the PEM file",
        "GATEWAY_DB_URL | jdbc:postgresql://db/kt1?user=kt1_app&password=x | GATEWAY_DB_URL: holds"
            + " a login",
        "GATEWAY_DB_URL | jdbc:postgresql://kt1_app:x@db/kt1 | GATEWAY_DB_URL: holds a login",
        "GATEWAY_DB_URL | jdbc:h2:mem:kt1 | GATEWAY_DB_URL: no address of a PostgreSQL",
        "GATEWAY_DB_URL | jdbc:postgresql://db/kt1?logServerErrorDetail=true | quote whole rows",
        "GATEWAY_DB_USER | kt1_owner | GATEWAY_DB_USER: works as the owner of the tables",
        "GATEWAY_DB_PASSWORD | KT1_APP | GATEWAY_DB_PASSWORD: the password is the name of the role",
        "GATEWAY_DB_PASSWORD | Changeme123 | GATEWAY_DB_PASSWORD: a password out of an example",
        "GATEWAY_DB_PASSWORD | Password123456789 | GATEWAY_DB_PASSWORD: a password out of an"
            + " example",
        "GATEWAY_DB_PASSWORD | changeme-changeme | a password out of an example",
        "GATEWAY_DB_PASSWORD | 1234567890123456 | a password out of an example",
        "GATEWAY_DB_OWNER_PASSWORD | xxxxxxxxxxxxxxxxx | one character over and over",
        "GATEWAY_DB_OWNER_PASSWORD | vI7-short-one | GATEWAY_DB_OWNER_PASSWORD: a password of fewer"
            + " than 16 characters",
        "GATEWAY_SMTP_PASSWORD | secret1 | GATEWAY_SMTP_PASSWORD: a password out of an example ->"
            + " that of the real login",
        "GATEWAY_SMTP_PASSWORD | short |",
        "GATEWAY_POST_SFTP_HOST | sftp.post.invalid | GATEWAY_POST_SFTP_HOST: no server is named",
        "GATEWAY_POST_SFTP_HOST | other.example.vn | GATEWAY_POST_SFTP_KNOWN_HOSTS: no key of"
            + " other.example.vn in it",
        "GATEWAY_DROP_SFTP_PORT | 2223 | GATEWAY_DROP_SFTP_KNOWN_HOSTS: no key of"
            + " [drop.example.vn]:2223 in it",
        "GATEWAY_POST_SFTP_KEY | /nowhere/key | GATEWAY_POST_SFTP_KEY: no file that can be read:"
            + " /nowhere/key",
      })
  void variables_of_the_environment(String variable, String value, String sentence) {
    premises.variables.put(variable, value);
    told(sentence);
  }

  @Test
  void one_password_for_both_roles_is_refused() {
    premises.variables.put(
        "GATEWAY_DB_OWNER_PASSWORD", premises.variables.get("GATEWAY_DB_PASSWORD"));
    told("GATEWAY_DB_OWNER_PASSWORD: both roles of the database have one password");
  }

  @Test
  void tls_lets_it_listen_anywhere() {
    premises.variables.put("GATEWAY_ADDRESS", "0.0.0.0");
    tls(new Authority("gateway").server());
    told(null);
  }

  @Test
  void a_certificate_that_is_over_is_refused() {
    Instant now = Instant.now();
    tls(new Authority("gateway").server(now.minusSeconds(7200), now.minusSeconds(3600)));
    told("server.pem: ");
  }

  @Test
  void who_is_bound_to_a_certificate_must_be_asked_for_it() {
    premises.write(
        "config/certificates/office.pem", new Authority("clients").client("office").pem());
    premises.write(
        "config/partners/office.yaml",
        """
        name: Office
        units: [H24.16]
        sftp: true
        checksumRequired: true
        tls: {certificates: [certificates/office.pem]}
        """);
    tls(new Authority("gateway").server());
    told("partners/office.yaml: tls binds it to a certificate, but nobody is asked for one");
  }

  private void tls(Signer server) {
    premises.write("keys/server.pem", server.pem());
    premises.write("keys/server.key", server.keyPem(null), "rw-------");
    Path keys = premises.folder.resolve("keys");
    premises.variables.put("GATEWAY_TLS_CERTIFICATE", keys.resolve("server.pem").toString());
    premises.variables.put("GATEWAY_TLS_KEY", keys.resolve("server.key").toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-agentlib:jdwp=transport=dt_socket,server=y | -agentlib:jdwp: a debugger",
        "-Dcom.sun.management.jmxremote.port=9010 | -Dcom.sun.management.jmxremote.port: JMX from"
            + " afar",
        "-XX:+HeapDumpOnOutOfMemoryError | -XX:+HeapDumpOnOutOfMemoryError: a dump",
        "-Dspring.datasource.password=Zx81-Planted-Value | -Dspring.datasource.password: a secret"
            + " in the list of processes",
        "-DGATEWAY_DB_PASSWORD=Zx81-Planted-Value | -DGATEWAY_DB_PASSWORD: a secret",
        "-XX:-HeapDumpOnOutOfMemoryError |",
        "-Djavax.net.ssl.trustStorePassword=changeit |",
        "-Xmx512m |",
      })
  void options_of_the_virtual_machine(String option, String sentence) {
    premises.options.add(option);
    told(sentence);
    assertThat(premises.start().toString()).doesNotContain(PLANTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gateway.mail.smtp.password: Zx81-Planted-Value",
        "gateway: {tracking: {password: '${GATEWAY_TRACKING_PASSWORD:Zx81-Planted-Value}'}}",
        "gateway.mail.imap.password: 'a${GATEWAY_IMAP_PASSWORD}'",
        "spring.datasource.password: Zx81-Planted-Value",
        "gateway.door.poll: Zx81-Planted-Value",
      })
  void no_value_is_told_again(String lines) {
    premises.setting(lines);
    assertThat(premises.start())
        .isNotEmpty()
        .allMatch(line -> line.contains("application.yaml:" + Premises.LINE + ": "))
        .noneMatch(line -> line.contains(PLANTED));
  }

  @Test
  void a_secret_on_the_command_line_is_refused() {
    premises.arguments.add("--gateway.mail.smtp.password=" + PLANTED);
    told("--gateway.mail.smtp.password: a secret in the list of processes");
    premises.arguments.set(0, "--camel.main.tracing=true");
    told("--camel.main.tracing: camel.main.tracing keeps or shows");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rw-r-----, one two three four five |",
        "rw-r--r--, one two three four five | GATEWAY_DB_PASSWORD_FILE: others may read or write"
            + " the file -> chmod o= ",
        "rw-------, '' | GATEWAY_DB_PASSWORD_FILE: the file is empty",
      })
  void files_of_secrets(String file, String sentence) {
    String[] parts = file.split(", ");
    premises.write("secrets/db", parts[1].replace("''", ""), parts[0]);
    premises.variables.remove("GATEWAY_DB_PASSWORD");
    premises.variables.put("GATEWAY_DB_PASSWORD_FILE", premises.path("secrets/db"));
    told(sentence);
  }

  @Test
  void a_secret_comes_from_one_place_that_can_be_read() {
    premises.variables.put("GATEWAY_DB_PASSWORD_FILE", premises.path("nowhere"));
    told("GATEWAY_DB_PASSWORD_FILE: the file cannot be read");
    premises.write("secrets/db", "one two three four five", "rw-------");
    premises.variables.put("GATEWAY_DB_PASSWORD_FILE", premises.path("secrets/db"));
    told("GATEWAY_DB_PASSWORD_FILE: GATEWAY_DB_PASSWORD is set as well -> one of the two");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "keys/post_key | rw-r----- | GATEWAY_POST_SFTP_KEY: others may read or write the private"
            + " key -> chmod 0600",
        "keys/known_hosts | rw-rw-rw- | others may write the known hosts",
        "keys | rwxrwxrwx | GATEWAY_POST_SFTP_KEY: others may write into its folder",
        "config/partners/office.yaml | rw-rw-rw- | partners/office.yaml: others may write it ->"
            + " chmod o-w",
        "config/partners | rwxrwxrwx | partners: others may write it",
        "config/application.yaml | rw-r--r-- |",
      })
  void permissions(String file, String permissions, String sentence) {
    premises.permit(file, permissions);
    told(sentence);
  }

  @Test
  void a_data_folder_that_others_read_is_refused() throws Exception {
    Files.createDirectory(folder.resolve("data"));
    premises.permit("data", "rwxr-xr-x");
    told("GATEWAY_DATA: others may read or write " + premises.path("data") + " -> chmod o-rw ");
    premises.variables.put("GATEWAY_DATA", premises.path("config/application.yaml"));
    told("GATEWAY_DATA: " + folder.resolve("config/application.yaml") + " cannot be written");
    premises.variables.put("GATEWAY_DATA", premises.path("config/application.yaml/data"));
    told("application.yaml/data cannot be made");
  }

  @Test
  void hashed_names_and_revoked_keys_are_read_as_the_client_reads_them() {
    String hashed = "|1|bHu4oQpCBTrrXjQxI3Wd5c1fVtE=|";
    premises.write("keys/known_hosts", "other.example.vn" + Premises.HOST_KEY);
    told("no key of sftp.example.vn in it");
    premises.write(
        "keys/known_hosts",
        hashed
            + HashedName.of("sftp.example.vn", "bHu4oQpCBTrrXjQxI3Wd5c1fVtE=")
            + Premises.HOST_KEY
            + hashed
            + HashedName.of("[drop.example.vn]:2222", "bHu4oQpCBTrrXjQxI3Wd5c1fVtE=")
            + Premises.HOST_KEY);
    told(null);
    premises.write("keys/known_hosts", "@revoked sftp.example.vn" + Premises.HOST_KEY);
    told("no key of sftp.example.vn in it");
    premises.write("keys/known_hosts", "");
    told("GATEWAY_POST_SFTP_KNOWN_HOSTS: the file is empty");
  }

  @Test
  void a_file_of_known_hosts_named_in_a_file_is_told_by_that_line() {
    premises.write("keys/others", "elsewhere.example" + Premises.HOST_KEY);
    premises.variables.remove("GATEWAY_POST_SFTP_KNOWN_HOSTS");
    premises.setting("gateway.door.post.known-hosts-file: " + premises.path("keys/others"));
    told("config/application.yaml:LINE: no key of sftp.example.vn in it");
  }

  @Test
  void the_partners_server_is_asked_for_only_where_a_partner_drops_files() {
    premises.variables.keySet().removeIf(name -> name.startsWith("GATEWAY_DROP"));
    assertThat(premises.start()).anyMatch(line -> line.startsWith("GATEWAY_DROP_SFTP_HOST"));
    premises.write(
        "config/partners/office.yaml",
        "name: Office\nunits: [H24.16]\nsftp: false\nchecksumRequired: true\n");
    told(null);
  }

  @Test
  void a_file_that_is_no_yaml_is_told_by_its_line_and_not_by_what_stands_there() {
    premises.write("config/application.yaml", "gateway:\n  door: {poll: " + PLANTED + "\n");
    assertThat(org.assertj.core.api.Assertions.catchThrowable(premises::start))
        .hasMessageMatching("(?s).*config/application.yaml:[23]: no YAML: .* -> .*")
        .hasMessageNotContaining(PLANTED);
  }

  @Test
  void settings_of_any_other_origin_count_as_well() {
    premises.elsewhere.put("logging.level.com.jcraft.jsch", "TRACE");
    told("logging.level.com.jcraft.jsch: makes com.jcraft.jsch log");
  }
}
