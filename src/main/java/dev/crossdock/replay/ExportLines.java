package dev.crossdock.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.crossdock.personal.PortableKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Writes a journal as lines of JSON: a head, the flows, the events, and how many there were. What
 * is stored of an event stands in its line byte for byte.
 */
final class ExportLines {
  /** Of what is written here. In 1, events had no hashes, and there were no keys. */
  static final int FORMAT = 2;

  private static final JsonFactory JSON = new JsonFactory();

  private final OutputStream out;

  ExportLines(OutputStream out) {
    this.out = out;
  }

  /** Fills in an object. */
  private interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  void head() throws IOException {
    line(
        json -> {
          json.writeStringField("crossdock", "journal");
          json.writeNumberField("format", FORMAT);
        });
  }

  void flow(String definition) throws IOException {
    line(
        json -> {
          json.writeFieldName("flow");
          json.writeRawValue(definition);
        });
  }

  /** A key, as it is stored: of use only to whoever has the master that wraps it. */
  void key(PortableKey key) throws IOException {
    line(
        json -> {
          json.writeStringField("key", key.key());
          json.writeStringField("order", key.order().entityId());
          json.writeStringField("customer", key.customer());
          json.writeNumberField("createdAt", key.createdAt());
          json.writeStringField("master", key.master());
          byte[] wrapped = key.wrapped();
          if (wrapped != null) {
            json.writeBinaryField("wrapped", wrapped);
          }
          if (key.erasure() != null) {
            json.writeStringField("erasure", key.erasure());
          }
          Long erasedAt = key.erasedAt();
          if (erasedAt != null) {
            json.writeNumberField("erasedAt", erasedAt);
          }
        });
  }

  void event(StoredEvent event) throws IOException {
    boolean isJson = isOneLineOfJson(event.payload());
    line(
        json -> {
          json.writeStringField("id", event.id());
          json.writeNumberField("number", event.sequenceNumber());
          json.writeNumberField("writtenAt", event.writtenAt());
          json.writeNumberField("serializer", event.serializer());
          byte[] hash = event.hash();
          if (hash != null) {
            json.writeStringField("hash", HexFormat.of().formatHex(hash));
          }
          if (isJson) {
            json.writeFieldName("event");
            json.writeRawValue(new String(event.payload(), StandardCharsets.UTF_8));
          } else {
            json.writeBinaryField("bytes", event.payload());
          }
        });
  }

  void end(long events) throws IOException {
    line(json -> json.writeNumberField("events", events));
  }

  private void line(Body body) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      body.write(json);
      json.writeEndObject();
    }
    line.write('\n');
    line.writeTo(out);
  }

  /** What is damaged goes as bytes. */
  private static boolean isOneLineOfJson(byte[] payload) {
    String text = new String(payload, StandardCharsets.UTF_8);
    boolean isText =
        text.startsWith("{")
            && text.endsWith("}")
            && text.indexOf('\n') < 0
            && Arrays.equals(text.getBytes(StandardCharsets.UTF_8), payload);
    if (!isText) {
      return false;
    }
    try (JsonParser parser = JSON.createParser(payload)) {
      boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
      return isObject && parser.skipChildren() != null && parser.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }
}
