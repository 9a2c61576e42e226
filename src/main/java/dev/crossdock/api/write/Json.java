package dev.crossdock.api.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Makes JSON. What is absent is left out. */
public final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Puts what its {@code toString} says, if it is there. */
  static void put(ObjectNode in, String name, @Nullable Object value) {
    if (value != null) {
      in.put(name, value.toString());
    }
  }

  static void put(ObjectNode in, String name, @Nullable JsonNode value) {
    if (value != null) {
      in.set(name, value);
    }
  }

  /** In UTF-8, on one line. */
  public static byte[] bytes(JsonNode json) {
    try {
      return MAPPER.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
