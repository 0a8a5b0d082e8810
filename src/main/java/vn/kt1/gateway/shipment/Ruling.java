package vn.kt1.gateway.shipment;

import java.util.List;

/**
 * Why a decision is as it is, whole: what each rule said, under which version of the rules and of
 * the directory. A part of the degree data.
 */
public record Ruling(String policyVersion, String directoryVersion, List<Said> verdicts) {

  /**
   * What one rule said: its number and version, the networks it left, and the gravest outcome it
   * asked for. {@code sentence} is the variant of its reason, empty where it gave none.
   */
  public record Said(
      String rule, int version, List<Network> left, Decision.Outcome outcome, String sentence) {

    public Said {
      left = List.copyOf(left);
    }
  }

  public Ruling {
    verdicts = List.copyOf(verdicts);
  }
}
