package dev.crossdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What crossdock dev seals with is made once, and nobody else's to read. */
class DevMasterTest {
  @TempDir private Path home;

  @Test
  void isMadeOnceAndThenFound() throws Exception {
    assertThat(DevMaster.found(home)).isEmpty();
    Map<String, Object> made = DevMaster.made(home);
    assertThat(DevMaster.made(home)).isEqualTo(made);
    assertThat(DevMaster.found(home)).isEqualTo(made);
    assertThat(made.values().iterator().next())
        .isInstanceOfSatisfying(
            List.class,
            keys -> assertThat(Base64.getDecoder().decode((String) keys.getFirst())).hasSize(32));
  }

  @Test
  void onlyItsUserMayReadIt() throws Exception {
    DevMaster.made(home);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(home.resolve("master.key"))))
        .isEqualTo("rw-------");
  }
}
