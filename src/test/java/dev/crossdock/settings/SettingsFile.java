package dev.crossdock.settings;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A configuration file as somebody might write it, for tests. */
final class SettingsFile {
  private static final String PARTNERS =
      """
      include required(file("%s"))
      """
          .formatted(Path.of("config/partners-simulator.conf").toAbsolutePath());

  private final Path file;
  private final Map<String, String> env = new HashMap<>();

  private SettingsFile(Path file) {
    this.file = file;
  }

  /** The text after a first line by which every partner is there. */
  static SettingsFile withPartners(Path folder, String text) {
    return of(folder, PARTNERS + text);
  }

  static SettingsFile of(Path folder, String text) {
    try {
      return new SettingsFile(Files.writeString(folder.resolve("test.conf"), text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SettingsFile env(String name, String value) {
    env.put(name, value);
    return this;
  }

  Settings load() {
    try {
      return Settings.load(file, Map.of(), env);
    } catch (SettingsException e) {
      throw new AssertionError(String.join("\n", e.faults()), e);
    }
  }

  /** The faults, with the folder's path taken off their beginnings. */
  List<String> faults() {
    SettingsException thrown =
        Objects.requireNonNull(
            catchThrowableOfType(
                SettingsException.class, () -> Settings.load(file, Map.of(), env)));
    return thrown.faults().stream()
        .map(fault -> fault.replace(file.getParent() + "/", ""))
        .toList();
  }
}
