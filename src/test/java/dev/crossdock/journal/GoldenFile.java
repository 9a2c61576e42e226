package dev.crossdock.journal;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A file of version 1 of what is stored. */
final class GoldenFile {
  static final Path ALL = Path.of("src/test/resources/golden/v1");

  private GoldenFile() {}

  /** The folders of all released versions, the oldest first. */
  static List<Path> versions() {
    try (Stream<Path> folders = Files.list(ALL.getParent())) {
      return folders.sorted(Comparator.comparingInt(GoldenFile::number)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int number(Path version) {
    return Integer.parseInt(String.valueOf(version.getFileName()).substring(1));
  }

  /** The newest of that name: who has no other than the first is in the first. */
  static Path newest(Path name) {
    return versions().stream()
        .map(version -> version.resolve(name))
        .filter(Files::exists)
        .reduce((older, newer) -> newer)
        .orElse(ALL.resolve(name));
  }

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
