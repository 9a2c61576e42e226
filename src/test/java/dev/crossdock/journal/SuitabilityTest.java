package dev.crossdock.journal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that would lose orders, or mix them up, is refused in a line that says why. */
class SuitabilityTest {
  private static final Suitability.Terms LENIENT =
      new Suitability.Terms(false, Duration.ofSeconds(2), 128);
  private static final Suitability.Terms STRICT =
      new Suitability.Terms(true, Duration.ofSeconds(2), 128);

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void theNumberOfShardsIsThatOfTheFirstNodeForEver(Vendor vendor) throws SQLException {
    Database database = Database.migrated(vendor, directory);
    assertThatCode(requiring(database, LENIENT, Clock.systemUTC())).doesNotThrowAnyException();
    assertThatCode(requiring(database, LENIENT, Clock.systemUTC())).doesNotThrowAnyException();
    var fewer = new Suitability.Terms(false, Duration.ofSeconds(2), 64);
    refuses(
        requiring(database, fewer, Clock.systemUTC()),
        " was made with 128 shards, and crossdock.runtime.shards is 64");
  }

  @Test
  void commitsThatAreNotSyncedAreRefused() throws SQLException {
    Database database = postgres();
    refuses(
        requiring(database, STRICT, Clock.systemUTC()),
        " has fsync off: what was accepted could be lost; switch it on");
    assertThatCode(requiring(database, LENIENT, Clock.systemUTC())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(longs = {-2500, 2500})
  void aClockThatIsFarFromTheDatabasesIsRefused(long millis) throws SQLException {
    Clock wrong = Clock.offset(Clock.systemUTC(), Duration.ofMillis(millis));
    assertThatThrownBy(requiring(postgres(), LENIENT, wrong))
        .isInstanceOf(JournalException.class)
        .hasMessageMatching(
            "journal jdbc:postgresql:\\S+ has a clock that is 2[45]\\d\\d ms from this"
                + " machine's; set both by one server");
  }

  @Test
  void aClockThatIsALittleOffIsTaken() throws SQLException {
    Clock wrong = Clock.offset(Clock.systemUTC(), Duration.ofMillis(1500));
    assertThatCode(requiring(postgres(), LENIENT, wrong)).doesNotThrowAnyException();
  }

  private Database postgres() throws SQLException {
    return Database.migrated(Vendor.POSTGRESQL, directory);
  }

  private static ThrowingCallable requiring(
      Database database, Suitability.Terms terms, Clock clock) {
    return () ->
        Suitability.require(database.url(), database.user(), database.password(), terms, clock);
  }

  private static void refuses(ThrowingCallable start, String why) {
    assertThatThrownBy(start)
        .isInstanceOf(JournalException.class)
        .message()
        .startsWith("journal jdbc:")
        .endsWith(why)
        .hasLineCount(1);
  }
}
