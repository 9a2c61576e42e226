package dev.crossdock.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Orders, one a line: either as a batch has them, or plain. What says nothing of its key gets one;
 * apart from that each is sent as it is written.
 */
final class NdjsonSource implements ImportSource {
  private static final int LINE_BYTES_MAX = 64 * 1024 * 1024;
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private final InputStream in;
  private final ImportKeys keys;
  private long number;

  /**
   * Reads from there.
   *
   * @param in buffered
   */
  NdjsonSource(InputStream in, ImportKeys keys) {
    this.in = in;
    this.keys = keys;
  }

  @Override
  public Optional<ImportLine> next() throws IOException {
    for (var line = line(); line.isPresent(); line = line()) {
      String text = line.get().strip();
      if (!text.isEmpty()) {
        return Optional.of(new ImportLine(number, keyed(text)));
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private Optional<String> line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int one = in.read();
    if (one < 0) {
      return Optional.empty();
    }
    number++;
    for (; one >= 0 && one != '\n'; one = in.read()) {
      line.write(one);
      if (line.size() > LINE_BYTES_MAX) {
        throw new IOException("line " + number + " is longer than " + LINE_BYTES_MAX + " bytes");
      }
    }
    return Optional.of(line.toString(StandardCharsets.UTF_8));
  }

  private String keyed(String text) {
    JsonNode json = read(text);
    if (!json.isObject()) {
      return text;
    }
    if (!json.path("order").isObject()) {
      return "{" + member(json) + ",\"order\":" + text + "}";
    }
    return json.has("idempotencyKey")
        ? text
        : "{" + member(json.get("order")) + "," + text.substring(1);
  }

  private String member(JsonNode order) {
    String key = keys.of(order.path("reference").asText(), number);
    return "\"idempotencyKey\":" + TextNode.valueOf(key);
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readValue(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
