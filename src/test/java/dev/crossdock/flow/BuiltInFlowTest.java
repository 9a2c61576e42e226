package dev.crossdock.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.settings.Settings;
import dev.crossdock.settings.SettingsException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The flow that the tests of the core use is the one that orders begin with. */
class BuiltInFlowTest {

  @Test
  void parcelIsTheSameInCodeAndInConfiguration() throws SettingsException {
    Settings settings =
        Settings.load(Path.of("config/partners-simulator.conf"), Map.of(), Map.of());
    assertThat(settings.flows()).containsEntry("parcel", SomeFlow.parcel());
  }
}
