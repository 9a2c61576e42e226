package dev.crossdock.journal;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.AnnotationIntrospectorPair;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.crossdock.flow.Flows;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Teaches Jackson the records of the pure packages, which know nothing of it: all that is stored,
 * and all that nodes say to each other. Everything is read back equal to what was written.
 */
public final class JournalMapper {
  private JournalMapper() {}

  /** A mapper for events, states, commands and replies. */
  public static ObjectMapper create(Supplier<Flows> flows) {
    return configure(new ObjectMapper(), flows);
  }

  /** Teaches it to a mapper that somebody else has made, and returns that. */
  public static ObjectMapper configure(ObjectMapper mapper, Supplier<Flows> flows) {
    return configure(
        mapper,
        flows,
        Stream.of(StoredNames.all(), WireNames.all(), List.<Names<?>>of(SnapshotCodec.NAMES))
            .flatMap(List::stream)
            .toList());
  }

  static ObjectMapper configure(ObjectMapper mapper, Supplier<Flows> flows, List<Names<?>> tables) {
    return values(mapper)
        .registerModules(Forms.flows(flows), Forms.named(tables), PersonalProperty.module());
  }

  /** Only values: flows are written in full. */
  static ObjectMapper values(ObjectMapper mapper) {
    AnnotationIntrospector known = mapper.getSerializationConfig().getAnnotationIntrospector();
    mapper
        .configOverride(BigDecimal.class)
        .setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING));
    return mapper
        .registerModules(new JavaTimeModule(), Forms.values())
        .setAnnotationIntrospector(AnnotationIntrospectorPair.pair(new Components(), known))
        .setVisibility(PropertyAccessor.GETTER, Visibility.NONE)
        .setVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
        .setVisibility(PropertyAccessor.FIELD, Visibility.ANY)
        .setDefaultPropertyInclusion(Include.NON_NULL)
        .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }
}
