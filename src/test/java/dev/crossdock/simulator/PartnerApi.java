package dev.crossdock.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;

/** The partner API's document, as the judge of what was sent and answered. */
final class PartnerApi {

  private static final JsonNode DOCUMENT = load();
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(
          SpecVersion.VersionFlag.V4,
          builder ->
              builder
                  .metaSchema(OpenApi30.getInstance())
                  .defaultMetaSchemaIri(OpenApi30.getInstance().getIri()));

  private PartnerApi() {}

  /** Fails unless the operation may answer this, with this status and content type. */
  static void assertAnswers(
      String method, String path, int status, String contentType, JsonNode body) {
    JsonNode responses = operation(method, path).path("responses");
    JsonNode response = responses.path(Integer.toString(status));
    JsonNode told = resolve(response.isMissingNode() ? responses.path("default") : response);
    JsonNode media = told.path("content").path(contentType);
    assertThat(media.isMissingNode()).as("%s of %s %s", contentType, method, path).isFalse();
    assertIs(media.path("schema"), body);
  }

  /** Fails unless it is what the document calls by this name. */
  static void assertIsA(String name, JsonNode body) {
    assertIs(
        new ObjectMapper().createObjectNode().put("$ref", "#/components/schemas/" + name), body);
  }

  private static void assertIs(JsonNode schema, JsonNode body) {
    ObjectNode whole = new ObjectMapper().createObjectNode();
    whole.putArray("allOf").add(schema);
    whole.set("components", DOCUMENT.path("components"));
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    Set<ValidationMessage> faults = FACTORY.getSchema(whole, config).validate(body);
    assertThat(faults).as("%s", body).isEmpty();
  }

  private static JsonNode operation(String method, String path) {
    for (var each : DOCUMENT.path("paths").properties()) {
      if (path.matches(each.getKey().replaceAll("\\{[^}]*}", "[^/]+"))) {
        return each.getValue().path(method.toLowerCase(Locale.ROOT));
      }
    }
    throw new AssertionError("the document has no " + path);
  }

  private static JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? DOCUMENT.at(node.path("$ref").asText().substring(1)) : node;
  }

  private static JsonNode load() {
    try (InputStream stream = PartnerApi.class.getResourceAsStream("/partner-api.yaml")) {
      return new ObjectMapper(new YAMLFactory()).readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
