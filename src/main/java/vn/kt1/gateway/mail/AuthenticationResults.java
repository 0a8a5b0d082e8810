package vn.kt1.gateway.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what our own mail server says about a sender (RFC 8601). Anybody may have written a header
 * of another server, or one below ours.
 */
final class AuthenticationResults {

  private static final Pattern DKIM_PASS =
      Pattern.compile("^dkim(\\s*/\\s*1)?\\s*=\\s*pass(?=\\s|$)", Pattern.CASE_INSENSITIVE);
  private static final Pattern DKIM =
      Pattern.compile("^dkim(\\s*/\\s*\\d+)?\\s*=", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAMES_DOMAIN =
      Pattern.compile("header\\s*\\.\\s*d\\s*=", Pattern.CASE_INSENSITIVE);
  private static final Pattern DOMAIN = value("d", "");

  /** The identity a signature is made for (RFC 6376, 3.5): in its domain or below it. */
  private static final Pattern IDENTITY = value("i", "[^\\s@]*@");

  private final String server;

  private static Pattern value(String tag, String before) {
    return Pattern.compile(
        "(?<=\\s)header\\s*\\.\\s*" + tag + "\\s*=\\s*" + before + "([A-Za-z0-9.-]+)(?=\\s|$)",
        Pattern.CASE_INSENSITIVE);
  }

  /** {@code server} is the authserv-id of our own mail server. */
  AuthenticationResults(String server) {
    this.server = server.toLowerCase(Locale.ROOT);
  }

  /**
   * Whether our server has verified a signature of the address's domain, or of a domain above it.
   * The headers come in the order of the mail, the topmost first.
   */
  boolean vouchFor(String address, List<String> headers) {
    String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    // SECURITY: if no server name is configured, a header without a name would count as ours.
    if (server.isBlank()) {
      return false;
    }
    // SECURITY: our topmost header that states dkim decides, because our server puts its own above
    // all that came with the mail. Other filters of ours (SPF, DMARC) may stand above it.
    for (String header : headers) {
      Optional<String> plain = plain(header);
      if (plain.isEmpty() && header.strip().toLowerCase(Locale.ROOT).startsWith(server)) {
        return false; // SECURITY: it looks like ours, but its method is unreadable
      }
      if (plain.filter(this::ours).filter(AuthenticationResults::speaksOfDkim).isPresent()) {
        return passes(plain.get(), domain);
      }
    }
    return false;
  }

  private static boolean speaksOfDkim(String header) {
    return Arrays.stream(header.split(";"))
        .skip(1)
        .anyMatch(result -> DKIM.matcher(result.strip()).find());
  }

  private boolean ours(String header) {
    String[] first = header.split(";", 2)[0].strip().split("\\s+");
    return first[0].toLowerCase(Locale.ROOT).equals(server)
        && (first.length == 1 || (first.length == 2 && first[1].equals("1")));
  }

  private static boolean passes(String header, String domain) {
    String[] results = header.split(";");
    for (int i = 1; i < results.length; i++) {
      String result = results[i].strip();
      if (DKIM_PASS.matcher(result).find() && signedBy(result, domain)) {
        return true;
      }
    }
    return false;
  }

  /** Every domain in a result must be the sender's, because one result is about one signature. */
  private static boolean signedBy(String result, String domain) {
    // SECURITY: the identity counts only where no domain is given, readable or not.
    Matcher named = (NAMES_DOMAIN.matcher(result).find() ? DOMAIN : IDENTITY).matcher(result);
    if (!named.find()) {
      return false;
    }
    String signer = named.group(1).toLowerCase(Locale.ROOT);
    boolean above = signer.contains(".") && domain.endsWith("." + signer);
    return !named.find() && (signer.equals(domain) || above);
  }

  /**
   * The header without comments and with quoted words made harmless, so that nothing inside them
   * reads as a result. Empty when a comment or a quote does not end.
   */
  private static Optional<String> plain(String header) {
    StringBuilder plain = new StringBuilder();
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < header.length(); i++) {
      char c = header.charAt(i);
      if (c == '\\' && (quoted || depth > 0)) {
        i++;
      } else if (depth == 0 && c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '(') {
        depth++;
        plain.append(' ');
      } else if (!quoted && c == ')') {
        if (--depth < 0) {
          return Optional.empty();
        }
      } else if (depth == 0 && (!quoted || bare(c))) {
        plain.append(c);
      }
    }
    return depth == 0 && !quoted ? Optional.of(plain.toString()) : Optional.empty();
  }

  private static boolean bare(char c) {
    return (c < 128 && Character.isLetterOrDigit(c)) || "._-@".indexOf(c) >= 0;
  }
}
