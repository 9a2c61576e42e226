package dev.crossdock.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.function.Function;

/** Writes something else in place of a value: its form. */
final class FormWriter<T> extends StdSerializer<T> {
  private static final long serialVersionUID = 1L;
  private final transient Function<T, ?> form;

  FormWriter(Class<?> type, Function<T, ?> form) {
    super(type, false);
    this.form = form;
  }

  @Override
  public void serialize(T value, JsonGenerator generator, SerializerProvider provider)
      throws IOException {
    provider.defaultSerializeValue(form.apply(value), generator);
  }
}
