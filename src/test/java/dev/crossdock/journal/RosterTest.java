package dev.crossdock.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The roster has the nodes that have signed lately, and nobody else. */
class RosterTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void hasWhoeverSignedUntilItIsStruck(Vendor vendor) throws SQLException {
    Database database = Database.migrated(vendor, directory);
    Roster older = new Roster(database.source(), 8);
    Roster newer = new Roster(database.source(), 9);
    older.sign("a:1");
    newer.sign("b:1");
    newer.sign("a:1");
    assertThat(older.living()).isEqualTo(Map.of("a:1", 9, "b:1", 9));
    older.strike("b:1");
    assertThat(older.living()).isEqualTo(Map.of("a:1", 9));
  }

  @ParameterizedTest
  @EnumSource
  void forgetsWhoeverHasNotSignedForAWhile(Vendor vendor) throws SQLException {
    Database database = Database.migrated(vendor, directory);
    Roster roster = new Roster(database.source(), 8);
    roster.sign("a:1");
    roster.sign("b:1");
    database.run("UPDATE roster SET seen_at = seen_at - INTERVAL '11' SECOND WHERE node = 'a:1'");
    assertThat(roster.living().keySet()).containsExactly("b:1");
  }
}
