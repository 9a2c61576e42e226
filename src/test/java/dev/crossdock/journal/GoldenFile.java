package dev.crossdock.journal;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of version 1 of what is stored. */
final class GoldenFile {
  static final Path ALL = Path.of("src/test/resources/golden/v1");

  private GoldenFile() {}

  /** What is in it. When there is none it is written, for a person to look at and to commit. */
  static String read(Path file, ObjectMapper mapper, Object value) throws IOException {
    if (!Files.exists(file)) {
      Files.createDirectories(file.getParent());
      String json = mapper.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
      Files.writeString(file, json + "\n");
      fail("wrote " + file + ": look at it, and commit it");
    }
    return Files.readString(file);
  }
}
