package dev.crossdock.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A file of JSON lines: the first says what was measured on, each other is a {@link Result}. */
final class RawResults {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  private RawResults(Path file) {
    this.file = file;
  }

  /** A new file, begun with what is measured on. */
  static RawResults begin(Path file, Map<String, String> setting) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, JSON.writeValueAsString(new TreeMap<>(setting)) + "\n");
    return new RawResults(file);
  }

  static RawResults of(Path file) {
    return new RawResults(file);
  }

  void add(Result result) throws IOException {
    Files.writeString(file, JSON.writeValueAsString(result) + "\n", StandardOpenOption.APPEND);
  }

  /** What was measured on: names and values. */
  Map<String, String> setting() throws IOException {
    Map<String, String> setting = new TreeMap<>();
    JSON.readTree(lines().getFirst())
        .properties()
        .forEach(it -> setting.put(it.getKey(), it.getValue().asText()));
    return setting;
  }

  List<Result> results() throws IOException {
    return lines().stream().skip(1).map(RawResults::result).toList();
  }

  private static Result result(String line) {
    try {
      return JSON.readValue(line, Result.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(file);
  }
}
