package dev.crossdock.partner.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The partner API as its document has it, to hold requests and answers against. */
final class PartnerApi {
  private static final Set<String> METHODS = Set.of("get", "post");
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4);

  private final JsonNode document;

  /** One operation: what may be sent and what must come back. */
  record Operation(String method, String path, JsonNode node) {
    String id() {
      return node.path("operationId").asText();
    }

    boolean isAt(String otherMethod, String otherPath) {
      return method.equalsIgnoreCase(otherMethod)
          && otherPath.replaceFirst("\\?.*", "").matches(path.replaceAll("\\{\\w+}", "[^/]+"));
    }
  }

  private PartnerApi(JsonNode document) {
    this.document = document;
  }

  static PartnerApi load() {
    try (InputStream yaml = PartnerApi.class.getResourceAsStream("/partner-api.yaml")) {
      return new PartnerApi(new YAMLMapper().readTree(yaml));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            operations.add(
                                new Operation(method.getKey(), path.getKey(), method.getValue()))));
    return operations.stream().filter(o -> METHODS.contains(o.method())).toList();
  }

  Operation operationAt(String method, String path) {
    return operations().stream().filter(o -> o.isAt(method, path)).findFirst().orElseThrow();
  }

  /** The names of the required parameters that are not in the path. */
  Set<String> parametersOf(Operation operation) {
    return StreamSupport.stream(operation.node().path("parameters").spliterator(), false)
        .map(this::resolved)
        .filter(parameter -> !parameter.path("in").asText().equals("path"))
        .map(parameter -> parameter.path("name").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  JsonNode requestOf(Operation operation) {
    return operation.node().at("/requestBody/content/application~1json/schema");
  }

  JsonNode answerOf(Operation operation) {
    String status =
        operation.node().path("responses").properties().stream()
            .map(java.util.Map.Entry::getKey)
            .filter(code -> code.startsWith("2"))
            .findFirst()
            .orElseThrow();
    return operation.node().at("/responses/" + status + "/content/application~1json/schema");
  }

  /** What is wrong with the value, in words; empty when nothing is. */
  List<String> faults(JsonNode schema, JsonNode value) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", document.path("components"));
    JsonSchema compiled = SCHEMAS.getSchema(whole);
    return compiled.validate(value).stream().map(Object::toString).toList();
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }
}
