package dev.crossdock.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.settings.Settings;
import dev.crossdock.settings.SettingsException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The flows that the tests of the core use are those that orders begin with. */
class BuiltInFlowTest {

  @Test
  void flowsAreTheSameInCodeAndInConfiguration() throws SettingsException {
    Settings settings =
        Settings.load(Path.of("config/partners-simulator.conf"), Map.of(), Map.of());
    assertThat(settings.flows())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("parcel", SomeFlow.parcel(), "express", SomeFlow.express()));
  }
}
