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
  private final transient Map<Class<?>, Kind<?>> kinds = new HashMap<>();

  NameWriter(List<? extends Names<?>> tables) {
    tables.forEach(names -> names.kinds().forEach(kind -> kinds.put(kind.form(), kind)));
  }

  @Override
  public List<BeanPropertyWriter> changeProperties(
      SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> components) {
    Kind<?> kind = kinds.get(bean.getBeanClass());
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
