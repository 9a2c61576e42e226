package dev.crossdock.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of the sealing of personal data is read, and bounded. */
class PersonalSettingsTest {
  private static final String MASTERS = "crossdock.journal.personal.masters";
  private static final String FIRST = "A".repeat(43) + "=";
  private static final String SECOND = "B".repeat(42) + "A=";

  @TempDir private Path folder;

  @Test
  void nothingIsSealedWithoutAMaster() throws Exception {
    assertThat(settings(List.of()).masters()).isEmpty();
  }

  @Test
  void mastersKeepTheirOrderAndAreNeverShown() throws Exception {
    PersonalSettings personal = settings(List.of(FIRST, SECOND));
    assertThat(personal.masters()).extracting(Secret::value).containsExactly(FIRST, SECOND);
    assertThat(personal.toString()).doesNotContain(FIRST);
  }

  @Test
  void aMasterIs32Bytes() {
    assertThatThrownBy(() -> settings(List.of("c2hvcnQ=")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("the base64 of 32 bytes")
        .hasMessageNotContaining("c2hvcnQ=");
    assertThatThrownBy(() -> settings(List.of("not base64"))).isInstanceOf(SettingsException.class);
  }

  @Test
  void aMasterThatTheEnvironmentDoesNotHaveIsNone() throws Exception {
    Path file = file(MASTERS + " = [${?NO_SUCH_KEY}]");
    assertThat(Settings.load(file, Map.of(), Map.of()).journal().personal().masters()).isEmpty();
  }

  private PersonalSettings settings(List<String> masters) throws Exception {
    Path file = file("");
    return Settings.load(file, Map.of(MASTERS, masters), Map.of()).journal().personal();
  }

  /** Without flows no partners are needed. */
  private Path file(String more) throws IOException {
    return Files.writeString(
        folder.resolve("some.conf"), "crossdock.flows { parcel = null, express = null }\n" + more);
  }
}
