package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The OpenAPI document, to hold answers against. */
final class Contract {
  private static final JsonNode DOCUMENT = document();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private static final SchemaValidatorsConfig STRICT =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private Contract() {}

  static JsonNode root() {
    return DOCUMENT;
  }

  /** Every operation of the document as {@code METHOD template}. */
  static List<String> operations() {
    List<String> operations = new ArrayList<>();
    DOCUMENT
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method -> {
                          if (!method.equals("parameters")) {
                            operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                          }
                        }));
    return operations;
  }

  static JsonNode operation(String method, String template) {
    return DOCUMENT.get("paths").get(template).get(method.toLowerCase(Locale.ROOT));
  }

  /** What the document says of an answer with that status; it must say something. */
  static JsonNode response(String method, String template, int status) {
    JsonNode responses = operation(method, template).get("responses");
    JsonNode response = responses.get(Integer.toString(status));
    if (response == null) {
      assertThat(status).as("documented for " + method + " " + template).isGreaterThan(399);
      response = responses.get("default");
    }
    return resolved(response);
  }

  static JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? DOCUMENT.at(node.get("$ref").asText().substring(1)) : node;
  }

  /** That the body is as the document has it for that answer. */
  static void holds(JsonNode response, String mediaType, JsonNode body) {
    JsonNode content = response.path("content").path(mediaType);
    assertThat(content.isMissingNode()).as(mediaType + " is documented").isFalse();
    assertThat(faults(content.get("schema"), body)).as(body.toPrettyString()).isEmpty();
  }

  static List<String> faults(JsonNode schema, JsonNode body) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", DOCUMENT.get("components"));
    JsonSchema compiled = SCHEMAS.getSchema(whole, STRICT);
    return compiled.validate(body).stream().map(Object::toString).toList();
  }

  private static JsonNode document() {
    try {
      return new YAMLMapper()
          .readTree(Files.readString(Path.of("src/main/resources/openapi.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
