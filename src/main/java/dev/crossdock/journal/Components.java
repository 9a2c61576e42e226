package dev.crossdock.journal;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import dev.crossdock.flow.Step;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/**
 * What the records say of themselves without an annotation of Jackson's: a component that is not
 * {@code @Nullable} must be there, and a step is known by its label.
 */
final class Components extends NopAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  @Override
  public Version version() {
    return Version.unknownVersion();
  }

  @Override
  public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
    return isRequired(member) ? Boolean.TRUE : null;
  }

  @Override
  public JsonSetter.Value findSetterInfo(Annotated annotated) {
    return isRequired(annotated)
        ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
        : JsonSetter.Value.empty();
  }

  @Override
  public String[] findEnumValues(
      MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
    for (int i = 0; i < constants.length; i++) {
      if (constants[i] instanceof Step step) {
        names[i] = step.label();
      }
    }
    return names;
  }

  private static boolean isRequired(Annotated annotated) {
    if (!(annotated instanceof AnnotatedParameter parameter)) {
      return false;
    }
    RecordComponent[] components = parameter.getDeclaringClass().getRecordComponents();
    return components != null
        && parameter.getOwner().getParameterCount() == components.length
        && !components[parameter.getIndex()].getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
