package dev.crossdock.journal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Reads a value of a sealed type by the name that it is stored under, of whatever version. */
final class NamedReader<T> extends StdDeserializer<T> {
  private static final long serialVersionUID = 1L;
  private final transient Names<T> names;

  NamedReader(Names<T> names) {
    super(names.type());
    this.names = names;
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    JsonNode tree = context.readTree(parser);
    if (!(tree instanceof ObjectNode stored)) {
      throw fault(parser, "no object");
    }
    String name = stored.path(Names.TYPE).asText("");
    Kind<T> kind = names.kind(name).orElseThrow(() -> fault(parser, "unknown type '" + name + "'"));
    return kind.made().apply(context.readTreeAsValue(kind.current(stored), kind.form()));
  }

  private MismatchedInputException fault(JsonParser parser, String what) {
    return MismatchedInputException.from(
        parser, names.type(), what + " for " + names.type().getSimpleName());
  }
}
