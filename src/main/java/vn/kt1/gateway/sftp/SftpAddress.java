package vn.kt1.gateway.sftp;

/**
 * The endpoint of a folder on an SFTP server: login by key, known hosts only. No setting turns this
 * off.
 */
public final class SftpAddress {

  private SftpAddress() {}

  public static String of(SftpSettings server, String folder) {
    return "sftp:%s@%s:%d/%s?".formatted(server.user(), server.host(), server.port(), folder)
        + "privateKeyFile=RAW("
        + server.privateKeyFile()
        + ")"
        + "&knownHostsFile=RAW("
        + server.knownHostsFile()
        + ")"
        + "&useUserKnownHostsFile=false"
        + "&strictHostKeyChecking=yes"
        + "&preferredAuthentications=publickey"
        + "&stepwise=false&fastExistsCheck=true&autoCreate=false"
        + "&connectTimeout=5000&soTimeout=30000&maximumReconnectAttempts=0";
  }
}
