package dev.crossdock.cli;

import dev.crossdock.settings.JournalSettings;
import dev.crossdock.settings.Settings;
import dev.crossdock.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which journal a command opens itself. A journal of H2 has only one user at a time. */
final class JournalPlace {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Opens the journal that this configuration names.")
  private @Nullable Path config;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Opens the journal that crossdock dev keeps there.")
  private @Nullable Path directory;

  /** Whether a journal is named at all. */
  boolean isGiven() {
    return config != null || directory != null;
  }

  /**
   * The settings of the journal that is named; by default that of {@code crossdock dev}.
   *
   * @throws SettingsException when the configuration cannot be read
   * @throws IOException when the master key cannot be, that crossdock dev keeps there
   */
  JournalSettings settings() throws SettingsException, IOException {
    return Settings.load(config, told(), System.getenv()).journal();
  }

  /** Partners are only there so that no flow is refused for want of them. */
  private Map<String, Object> told() throws IOException {
    Map<String, Object> told = new HashMap<>(DevPartners.at("http://127.0.0.1:9"));
    if (config == null) {
      Path home = (directory == null ? Path.of("data") : directory).toAbsolutePath().normalize();
      told.put("crossdock.journal.url", "jdbc:h2:file:" + home.resolve("journal"));
      told.putAll(DevMaster.found(home));
    }
    return told;
  }
}
