package dev.crossdock.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A component that tells of a person. It is written like any other, unless whoever writes says by
 * an attribute what is to be done with it.
 */
final class PersonalProperty extends BeanPropertyWriter {
  /** An {@link Apart} that takes it; or anything else, and it is left out. */
  static final Object ATTRIBUTE = PersonalProperty.class;

  private static final long serialVersionUID = 1L;

  private PersonalProperty(BeanPropertyWriter component) {
    super(component);
  }

  /** Makes a mapper know what is personal. */
  static SimpleModule module() {
    SimpleModule module = new SimpleModule("crossdock-personal");
    module.setSerializerModifier(new Marks());
    return module;
  }

  @Override
  public void serializeAsField(Object bean, JsonGenerator json, SerializerProvider provider)
      throws Exception {
    Object wanted = provider.getAttribute(ATTRIBUTE);
    Object value = wanted == null ? null : get(bean);
    if (value == null) {
      super.serializeAsField(bean, json, provider);
    } else if (isNothing(value)) {
      super.serializeAsField(bean, json, provider);
    } else if (wanted instanceof Apart apart) {
      json.writeFieldName(getName());
      apart.write(json, value);
    }
  }

  private static boolean isNothing(Object value) {
    return switch (value) {
      case Collection<?> several -> several.isEmpty();
      case Map<?, ?> pairs -> pairs.isEmpty();
      case Object one -> false;
    };
  }

  /** A component in which nothing is personal: written as if nobody had asked. */
  private static final class Nobodys extends BeanPropertyWriter {
    private static final long serialVersionUID = 1L;

    Nobodys(BeanPropertyWriter component) {
      super(component);
    }

    @Override
    public void serializeAsField(Object bean, JsonGenerator json, SerializerProvider provider)
        throws Exception {
      Object wanted = provider.getAttribute(ATTRIBUTE);
      provider.setAttribute(ATTRIBUTE, null);
      super.serializeAsField(bean, json, provider);
      provider.setAttribute(ATTRIBUTE, wanted);
    }
  }

  private static final class Marks extends BeanSerializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public List<BeanPropertyWriter> changeProperties(
        SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> components) {
      Set<String> personal = PersonalFields.of(bean.getBeanClass());
      components.replaceAll(it -> personal.contains(it.getName()) ? new PersonalProperty(it) : it);
      Set<String> nobodys = PersonalFields.nobodys(bean.getBeanClass());
      components.replaceAll(it -> nobodys.contains(it.getName()) ? new Nobodys(it) : it);
      return components;
    }
  }
}
