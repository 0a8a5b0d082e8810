package vn.kt1.gateway.notice;

import java.util.List;

/**
 * What several people are told of one incident.
 *
 * @param source who has caused it; of one source only so many an hour are mailed
 * @param reference the id of the incident, under which it is told once, however often it is met
 * @param most how many of that source are mailed in an hour
 * @param last what is added to the last of them
 */
public record Alert(String source, String reference, List<Notice> notices, int most, String last) {

  /** The occasion of each of its notices. */
  public static String occasion(String source, String reference) {
    return source + " " + reference;
  }

  /** All its notices are of one kind. */
  public Notice.Kind kind() {
    return notices.stream().map(Notice::kind).findFirst().orElse(Notice.Kind.INCIDENT);
  }

  public String occasion() {
    return occasion(source, reference);
  }
}
