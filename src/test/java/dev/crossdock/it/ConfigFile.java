package dev.crossdock.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files to be given with {@code --config}. */
final class ConfigFile {
  private static final String ANY_PORT = "crossdock.http { host = \"127.0.0.1\", port = 0 }";

  private ConfigFile() {}

  /** Writes these sections, and that any free port will do. */
  static Path write(String name, String... sections) {
    try {
      Files.createDirectories(Program.HOME);
      return Files.writeString(
          Program.HOME.resolve(name + ".conf"), ANY_PORT + "\n" + String.join("\n", sections));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A journal in an H2 database in that folder, which is emptied. */
  static String h2Journal(Path folder) {
    return "crossdock.journal { url = \"jdbc:h2:file:" + folder.resolve("journal") + "\" }";
  }
}
