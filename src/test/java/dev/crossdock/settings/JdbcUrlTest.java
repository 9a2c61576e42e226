package dev.crossdock.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for the journal's URL, and what is added to it. */
class JdbcUrlTest {

  @Test
  void h2WritesThroughAndIsClosedByUs() {
    assertThat(JdbcUrl.complete("jdbc:h2:file:./data/journal"))
        .isEqualTo("jdbc:h2:file:./data/journal;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
    assertThat(JdbcUrl.complete("jdbc:h2:~/x;db_close_on_exit=true;"))
        .isEqualTo("jdbc:h2:~/x;db_close_on_exit=true;WRITE_DELAY=0");
  }

  @Test
  void h2InMemoryLivesAsLongAsTheProgram() {
    assertThat(JdbcUrl.complete("jdbc:h2:mem:x")).endsWith(";DB_CLOSE_DELAY=-1");
  }

  @Test
  void postgresBatchesAndGivesUp() {
    assertThat(JdbcUrl.complete("jdbc:postgresql://db:5432/crossdock"))
        .isEqualTo(
            "jdbc:postgresql://db:5432/crossdock?reWriteBatchedInserts=true&tcpKeepAlive=true"
                + "&connectTimeout=5&socketTimeout=30&ApplicationName=crossdock");
  }

  @Test
  void postgresMayHaveAnOpinionOfItsOwn() {
    assertThat(JdbcUrl.complete("jdbc:postgresql:x?ssl=true&socketTimeout=7&tcpKeepAlive=false"))
        .isEqualTo(
            "jdbc:postgresql:x?ssl=true&socketTimeout=7&tcpKeepAlive=false"
                + "&reWriteBatchedInserts=true&connectTimeout=5&ApplicationName=crossdock");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:mem:x",
        "jdbc:h2:file:./a b/c;MODE=PostgreSQL;write_delay=0",
        "jdbc:postgresql:x",
        "jdbc:postgresql://a:1,b:2/x?targetServerType=primary"
      })
  void takesH2AndPostgres(String url) {
    assertThat(JdbcUrl.fault(url)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "jdbc:mysql://x/y",
        "jdbc:h2:",
        "jdbc:h2:file:x;MODE",
        "jdbc:postgresql:",
        "jdbc:postgresql://x/",
        "postgres://x/y",
        "jdbc:h2:file:x;WRITE_DELAY=500",
        "jdbc:h2:file:x;write_delay=00;MODE=Oracle"
      })
  void takesNothingElseAndNoDelay(String url) {
    assertThat(JdbcUrl.fault(url)).isPresent();
  }
}
