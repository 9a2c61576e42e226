package dev.crossdock.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is personal of one event, by its JSON pointer; in its place the event says {@code REDACTED}.
 * So what is stored can be read with it and without. Of one thread.
 */
final class Apart {
  private final Map<String, Object> values = new LinkedHashMap<>();

  /** Writes in place of the value that which stays, under a name that has been written. */
  void write(JsonGenerator json, Object value) throws IOException {
    values.put(json.getOutputContext().pathAsPointer().toString(), value);
    switch (value) {
      case Collection<?> several -> json.writeArray(new int[0], 0, 0);
      case Map<?, ?> pairs -> {
        json.writeStartObject();
        json.writeEndObject();
      }
      case Object one -> json.writeString(PersonalFields.REDACTED);
    }
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** All of it, as JSON. */
  byte[] stored(ObjectMapper mapper) throws IOException {
    return mapper.writeValueAsBytes(values);
  }

  /** Puts it back to where it was taken from. */
  static void putBack(ObjectNode event, JsonNode apart) {
    apart
        .properties()
        .forEach(
            value -> {
              JsonPointer at = JsonPointer.compile(value.getKey());
              put(event.at(at.head()), at.last(), value.getValue());
            });
  }

  private static void put(JsonNode parent, @Nullable JsonPointer at, JsonNode value) {
    if (at == null) {
      return;
    }
    switch (parent) {
      case ObjectNode object -> object.set(at.getMatchingProperty(), value);
      case ArrayNode array -> array.set(at.getMatchingIndex(), value);
      case JsonNode none ->
          throw new JournalException("what is personal of it belongs where nothing is");
    }
  }
}
