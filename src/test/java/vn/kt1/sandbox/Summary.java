package vn.kt1.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What came, what was decided and why, and what the post answered, for a person to read. */
final class Summary {

  private final StringBuilder text = new StringBuilder();

  void handOff(String id, String partner, String kind) {
    String way =
        switch (kind) {
          case "json" -> "JSON by REST";
          case "mail" -> "CSV by mail";
          default -> "CSV by SFTP";
        };
    text.append("\n").append(id).append("  from ").append(partner).append(", ").append(way);
    text.append("\n");
  }

  void envelope(JsonNode line, JsonNode shipment) {
    String decision = line.path("decision").asText();
    String where = decision.equals("ROUTED") ? line.path("network").asText() : "";
    if (!line.path("service").isNull()) {
      where = line.path("service").asText();
    }
    text.append(
        "  %-14s %s  %-8s %-15s -> %s%s%n"
            .formatted(
                line.path("envelopeId").asText(),
                line.path("shipmentId").asText(),
                decision,
                where,
                shipment.path("state").asText(),
                post(shipment)));
    for (JsonNode reason : line.path("reasons")) {
      text.append(
          "      %s [%s]%n"
              .formatted(reason.path("detail").asText(), reason.path("basis").asText()));
    }
    for (JsonNode warning : line.path("warnings")) {
      text.append("      (!) %s%n".formatted(warning.path("detail").asText()));
    }
  }

  /** Said only where it is not a file, as mostly. */
  void channel(String last) {
    if (last.equals("API")) {
      text.append("      last news by the tracking API\n");
    }
  }

  /** Subjects found in the partner's mailbox. */
  void mails(List<String> subjects) {
    subjects.forEach(subject -> text.append("  by mail came: ").append(subject).append("\n"));
  }

  private static String post(JsonNode shipment) {
    if (shipment.path("itemCode").isNull()) {
      return "";
    }
    return "  item %s, order in %s"
        .formatted(
            shipment.path("itemCode").path("normalised").asText(),
            shipment.path("order").path("file").asText());
  }

  void print() {
    System.out.println("\nKT1 gateway sandbox: the samples (SYNTHETIC) and what became of them");
    System.out.println(text);
  }
}
