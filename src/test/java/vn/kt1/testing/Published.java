package vn.kt1.testing;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The calls that docs/openapi.yaml publishes, with every place where a caller may write. */
public final class Published {

  /** Where a value stands in a request: {@code name} is a parameter's, or a pointer in the body. */
  public record Place(Call call, In in, String name, JsonNode schema) {
    @Override
    public String toString() {
      return call + " " + in + " " + name;
    }
  }

  /** Kinds of places; {@code FIELD_NAME} is a field of the body that nobody knows. */
  public enum In {
    PATH,
    QUERY,
    HEADER,
    BODY,
    FIELD_NAME
  }

  /** One method of one path, and the statuses it may answer with. */
  public record Call(
      String method, String path, JsonNode body, List<Place> places, Set<Integer> statuses) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Call call && toString().equals(call.toString());
    }

    @Override
    public int hashCode() {
      return toString().hashCode();
    }

    public boolean writes() {
      return !method.equals("GET");
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

  private final JsonNode whole;

  private Published(JsonNode whole) {
    this.whole = whole;
  }

  public static Published read() {
    try {
      return new Published(new YAMLMapper().readTree(Path.of("docs/openapi.yaml").toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<Call> calls() {
    List<Call> calls = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : whole.path("paths").properties()) {
      for (String method : METHODS) {
        if (path.getValue().has(method)) {
          calls.add(call(method, path.getKey(), path.getValue()));
        }
      }
    }
    return calls;
  }

  private Call call(String method, String path, JsonNode item) {
    JsonNode operation = item.path(method);
    Set<Integer> statuses = new HashSet<>();
    operation
        .path("responses")
        .fieldNames()
        .forEachRemaining(s -> statuses.add(Integer.valueOf(s)));
    JsonNode body = schema(operation.path("requestBody").path("content").path("application/json"));
    Call call =
        new Call(
            method.toUpperCase(java.util.Locale.ROOT), path, body, new ArrayList<>(), statuses);
    addParameters(call, item.path("parameters"));
    addParameters(call, operation.path("parameters"));
    if (!body.isMissingNode()) {
      addFields(call, "", body);
    }
    return call;
  }

  private void addParameters(Call call, JsonNode parameters) {
    for (JsonNode written : parameters) {
      JsonNode parameter = resolved(written);
      call.places()
          .add(
              new Place(
                  call,
                  In.valueOf(parameter.path("in").asText().toUpperCase(java.util.Locale.ROOT)),
                  parameter.path("name").asText(),
                  schema(parameter)));
    }
  }

  private void addFields(Call call, String pointer, JsonNode schema) {
    if (schema.has("items")) {
      addFields(call, pointer + "/0", resolved(schema.path("items")));
    } else if (schema.has("properties") || "object".equals(schema.path("type").asText())) {
      call.places().add(new Place(call, In.FIELD_NAME, pointer, schema));
      schema
          .path("properties")
          .properties()
          .forEach(
              field -> addFields(call, pointer + "/" + field.getKey(), resolved(field.getValue())));
    } else {
      call.places().add(new Place(call, In.BODY, pointer, schema));
    }
  }

  /** The schema of something that has one, with everything it refers to put in its place. */
  private JsonNode schema(JsonNode holder) {
    return holder.has("schema") ? resolved(holder.path("schema")) : holder.path("schema");
  }

  /** Of several alternatives the first that is not null. */
  public JsonNode resolved(JsonNode node) {
    if (node.has("$ref")) {
      return resolved(whole.at(node.path("$ref").asText().substring(1)));
    }
    for (String of : List.of("allOf", "anyOf", "oneOf")) {
      if (node.has(of) && !node.has("properties")) {
        return resolved(node.path(of).get(0));
      }
    }
    return node;
  }

  /**
   * A body of what is required and what is named in {@code known}, for a caller that means well.
   */
  public JsonNode body(JsonNode schema, Map<String, Object> known) {
    Map<String, JsonNode> made = new LinkedHashMap<>();
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
      if (required.contains(field.getKey()) || known.containsKey(field.getKey())) {
        made.put(field.getKey(), value(field.getKey(), resolved(field.getValue()), known));
      }
    }
    return JsonNodeFactory.instance.objectNode().setAll(made);
  }

  private JsonNode value(String name, JsonNode schema, Map<String, Object> known) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    if (known.containsKey(name)) {
      return json.pojoNode(known.get(name));
    }
    if (schema.has("properties")) {
      return body(schema, known);
    }
    if (schema.has("items")) {
      return json.arrayNode().add(value("", resolved(schema.path("items")), known));
    }
    return json.textNode(plain(schema, known));
  }

  /** Writes a text into a body; {@code parent} is a pointer that ends in a slash. */
  public static void put(JsonNode body, String parent, String name, String text) {
    JsonPointer where = JsonPointer.compile(parent.substring(0, parent.length() - 1));
    if (name.matches("[0-9]+")) {
      ((ObjectNode) body).withArray(where).removeAll().add(text);
    } else {
      ((ObjectNode) body).withObject(where).put(name, text);
    }
  }

  /** A harmless value for a schema. */
  public static String plain(JsonNode schema, Map<String, Object> known) {
    if (schema.has("enum")) {
      return schema.path("enum").get(0).asText();
    }
    return switch (schema.path("format").asText(schema.path("type").asText())) {
      case "date-time" -> String.valueOf(known.get("date-time"));
      case "date" -> "2026-11-22";
      case "uuid" -> "00000000-0000-4000-8000-000000000000";
      case "integer" -> schema.path("minimum").asText("1");
      case "boolean" -> "false";
      default -> "nobody-1";
    };
  }
}
