package dev.crossdock.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * That the URL as completed keeps what H2 said it had committed, whatever becomes of the program.
 */
class H2CrashTest {
  private static final int COMMITS = 200;

  @TempDir Path folder;

  @Test
  void whatWasCommittedSurvivesAKill() throws IOException, InterruptedException, SQLException {
    String url = JdbcUrl.complete("jdbc:h2:file:" + folder.resolve("journal"));
    int committed = commitUntilKilled(url);
    assertThat(committed).isGreaterThanOrEqualTo(COMMITS);
    assertThat(rows(url)).isGreaterThanOrEqualTo(committed);
  }

  private static int commitUntilKilled(String url) throws IOException, InterruptedException {
    Process writer =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                H2Writer.class.getName(),
                url)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = writer.inputReader(StandardCharsets.UTF_8)) {
      int last = 0;
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        last = Integer.parseInt(line);
        if (last == COMMITS) {
          writer.toHandle().destroyForcibly();
        }
      }
      writer.waitFor();
      return last;
    } finally {
      writer.destroyForcibly();
    }
  }

  private static int rows(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM event")) {
      count.next();
      return count.getInt(1);
    }
  }
}
