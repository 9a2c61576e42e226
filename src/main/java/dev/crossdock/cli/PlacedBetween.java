package dev.crossdock.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which orders a command is about, by when they were placed: all unless it is told otherwise. */
final class PlacedBetween {
  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = Time.class,
      description = "Only orders placed then or later.")
  private @Nullable Instant since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = Time.class,
      description = "Only orders placed before.")
  private @Nullable Instant until;

  /** What is typed has an offset, or Z. */
  static final class Time implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      try {
        return OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeException e) {
        throw new TypeConversionException("'" + text + "' is no time like 2026-11-23T12:00:00Z");
      }
    }
  }

  boolean isTold() {
    return since != null || until != null;
  }

  /** The first moment. */
  Instant from() {
    return since == null ? Instant.EPOCH : since;
  }

  /** The first moment after. */
  Instant to() {
    return until == null ? Instant.ofEpochMilli(Long.MAX_VALUE) : until;
  }
}
