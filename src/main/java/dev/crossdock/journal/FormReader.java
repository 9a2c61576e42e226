package dev.crossdock.journal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.function.Function;

/** Reads the form that stands in place of a value. */
final class FormReader<F, T> extends StdDeserializer<T> {
  private static final long serialVersionUID = 1L;
  private final Class<F> form;
  private final transient Function<F, T> made;

  FormReader(Class<T> type, Class<F> form, Function<F, T> made) {
    super(type);
    this.form = form;
    this.made = made;
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    return made.apply(context.readValue(parser, form));
  }
}
