package dev.crossdock.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.introspect.VirtualAnnotatedMember;
import com.fasterxml.jackson.databind.ser.VirtualBeanPropertyWriter;
import com.fasterxml.jackson.databind.util.SimpleBeanPropertyDefinition;
import java.io.Serializable;

/** A property that every value of one class has, always the same. */
final class ConstantProperty extends VirtualBeanPropertyWriter {
  private static final long serialVersionUID = 1L;
  private final Serializable constant;

  private ConstantProperty(
      BeanPropertyDefinition property, BeanDescription bean, JavaType type, Serializable constant) {
    super(property, bean.getClassAnnotations(), type);
    this.constant = constant;
  }

  static ConstantProperty of(
      MapperConfig<?> config, BeanDescription bean, String name, Serializable constant) {
    JavaType type = config.constructType(constant.getClass());
    var member = new VirtualAnnotatedMember(bean.getClassInfo(), bean.getBeanClass(), name, type);
    var property =
        SimpleBeanPropertyDefinition.construct(config, member, PropertyName.construct(name));
    return new ConstantProperty(property, bean, type, constant);
  }

  @Override
  protected Object value(Object bean, JsonGenerator generator, SerializerProvider provider) {
    return constant;
  }

  @Override
  public VirtualBeanPropertyWriter withConfig(
      MapperConfig<?> config,
      AnnotatedClass declaring,
      BeanPropertyDefinition property,
      JavaType type) {
    throw new UnsupportedOperationException("only for annotations");
  }
}
