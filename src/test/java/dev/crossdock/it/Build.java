package dev.crossdock.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * A version of the program: this one, as if it were older or newer.
 *
 * @param sections of the configuration that come last
 * @param classes more of them, or none
 */
record Build(List<String> sections, List<Path> classes) {
  private static final String MIGRATION = "db/migration/common/V99__newer.sql";

  static Build older() {
    return new Build(List.of("pekko.cluster.app-version = \"1.0.0\""), List.of());
  }

  /** Has a change of the schema that the older one has never heard of, and another flow. */
  static Build newer() {
    return new Build(
        List.of(
            "pekko.cluster.app-version = \"1.1.0\"",
            "crossdock.flows.parcel { version = 2, close-after = 20d }"),
        List.of(jar()));
  }

  /** Of classes in a folder the JVM keeps no archive, and takes twice as long to start. */
  private static Path jar() {
    Path jar = Program.HOME.resolve("newer.jar");
    try {
      Files.createDirectories(Program.HOME);
      try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
        out.putNextEntry(new JarEntry(MIGRATION));
        Files.copy(Path.of("target", "test-classes", "newer", MIGRATION), out);
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
