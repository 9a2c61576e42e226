package dev.crossdock.journal;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the name of each kind, and its version if that is not 1, before its components. */
final class NameWriter extends BeanSerializerModifier {
  private static final long serialVersionUID = 1L;
  private final transient Map<Class<?>, Named> forms = new HashMap<>();

  NameWriter(List<? extends Names<?>> tables) {
    tables.forEach(names -> names.kinds().forEach(this::add));
  }

  private record Named(String name, int version) {}

  private void add(Kind<?> kind) {
    forms.put(kind.form(), new Named(kind.name(), kind.version()));
    kind.older()
        .ifPresent(older -> forms.put(older.form(), new Named(kind.name(), kind.version() - 1)));
  }

  @Override
  public List<BeanPropertyWriter> changeProperties(
      SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> components) {
    Named kind = forms.get(bean.getBeanClass());
    if (kind == null) {
      return components;
    }
    List<BeanPropertyWriter> all = new ArrayList<>();
    all.add(ConstantProperty.of(config, bean, Names.TYPE, kind.name()));
    if (kind.version() > 1) {
      all.add(ConstantProperty.of(config, bean, Names.VERSION, kind.version()));
    }
    all.addAll(components);
    return all;
  }
}
