package dev.crossdock.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.crossdock.personal.PortableKey;
import dev.crossdock.trade.OrderId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one line of an exported journal; what is stored of an event is taken byte for byte. */
final class LineParser {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Set<String> TEXTS =
      Set.of("crossdock", "id", "hash", "key", "order", "customer", "master", "erasure");
  private static final Set<String> NUMBERS =
      Set.of("format", "number", "writtenAt", "serializer", "events", "createdAt", "erasedAt");

  private final byte[] line;
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Long> numbers = new HashMap<>();
  private byte @Nullable [] raw;
  private boolean isFlow;

  private LineParser(byte[] line) {
    this.line = line;
  }

  /**
   * What the line says.
   *
   * @throws IllegalArgumentException when it says nothing that is known here, in words
   */
  static ImportedLine parse(byte[] line) {
    LineParser parser = new LineParser(line);
    try (JsonParser json = JSON.createParser(line)) {
      parser.read(json);
    } catch (IOException e) {
      throw new IllegalArgumentException("it is no JSON", e);
    }
    return parser.line();
  }

  private void read(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new IllegalArgumentException("it is no JSON object");
    }
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken token = json.nextToken();
      if (name.equals("event") || name.equals("flow")) {
        isFlow = name.equals("flow");
        raw = slice(json, line);
      } else if ((name.equals("bytes") || name.equals("wrapped"))
          && token == JsonToken.VALUE_STRING) {
        raw = json.getBinaryValue();
      } else if (TEXTS.contains(name) && token == JsonToken.VALUE_STRING) {
        texts.put(name, json.getText());
      } else if (NUMBERS.contains(name) && token == JsonToken.VALUE_NUMBER_INT) {
        numbers.put(name, json.getLongValue());
      } else {
        throw new IllegalArgumentException("'" + name + "' is not known here, or of another type");
      }
    }
    if (json.nextToken() != null) {
      throw new IllegalArgumentException("something is behind its end");
    }
  }

  /** What stands there, byte for byte. */
  static byte[] slice(JsonParser json, byte[] line) throws IOException {
    int from = (int) json.currentTokenLocation().getByteOffset();
    json.skipChildren();
    return Arrays.copyOfRange(line, from, (int) json.currentLocation().getByteOffset());
  }

  private ImportedLine line() {
    if ("journal".equals(texts.get("crossdock"))) {
      return new ImportedLine.Head((int) number("format"));
    }
    if (isFlow && raw != null) {
      return new ImportedLine.OfFlow(new String(raw, StandardCharsets.UTF_8));
    }
    if (texts.containsKey("key")) {
      return new ImportedLine.OfKey(key());
    }
    if (raw == null) {
      return new ImportedLine.End(number("events"));
    }
    return new ImportedLine.OfEvent(
        new StoredEvent(
            text("id"),
            number("number"),
            number("writtenAt"),
            (int) number("serializer"),
            false,
            raw,
            0,
            hash()));
  }

  private PortableKey key() {
    String order = text("order");
    if (!order.contains(":")) {
      throw new IllegalArgumentException("'order' names no order");
    }
    return new PortableKey(
        text("key"),
        OrderId.ofEntity(order),
        text("customer"),
        number("createdAt"),
        text("master"),
        raw,
        texts.get("erasure"),
        numbers.get("erasedAt"));
  }

  private byte @Nullable [] hash() {
    String hash = texts.get("hash");
    if (hash == null) {
      return null;
    }
    if (!hash.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("'hash' is 64 hexadecimal digits");
    }
    return HexFormat.of().parseHex(hash);
  }

  private String text(String name) {
    String text = texts.get(name);
    if (text == null) {
      throw new IllegalArgumentException("'" + name + "' is missing");
    }
    return text;
  }

  private long number(String name) {
    Long number = numbers.get(name);
    if (number == null) {
      throw new IllegalArgumentException("'" + name + "' is missing");
    }
    return number;
  }
}
