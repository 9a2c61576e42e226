package dev.crossdock.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A journal's schema is made, kept, and refused when it is not ours to work with. */
class MigrationsTest {
  private static final String COMMON = "classpath:db/migration/common";
  private static final String NEWER = "classpath:newer/db/migration/common";
  private static final String NEEDING = "classpath:needing/db/migration/common";

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void makesTheSchemaOnceAndLeavesItAlone(Vendor vendor) throws SQLException {
    Database database = Database.empty(vendor, directory);
    database.migrate();
    database.run("INSERT INTO flow_definition VALUES ('parcel', 1, '{}')");
    assertThatCode(database::migrate).doesNotThrowAnyException();
    assertThat(database.one("SELECT COUNT(*) FROM flow_definition")).isEqualTo("1");
  }

  @ParameterizedTest
  @EnumSource
  void worksWithWhatANewerProgramHasAdded(Vendor vendor) throws SQLException {
    Database database = Database.empty(vendor, directory);
    int known = Migrations.migrate(database.url(), database.user(), database.password());
    assertThat(migrated(database, NEWER)).isEqualTo(99);
    assertThat(Migrations.migrate(database.url(), database.user(), database.password()))
        .isEqualTo(known);
    assertThat(database.one("SELECT COUNT(*) FROM newer")).isEqualTo("0");
  }

  @ParameterizedTest
  @EnumSource
  void refusesInOneLineWhatANewerProgramHasTakenAway(Vendor vendor) throws SQLException {
    Database database = Database.migrated(vendor, directory);
    migrated(database, NEEDING);
    assertThatThrownBy(database::migrate)
        .isInstanceOf(JournalException.class)
        .hasMessageMatching(
            "journal jdbc:.* has a schema of version 99, for programs that know version 98;"
                + " this one knows \\d+");
  }

  @ParameterizedTest
  @EnumSource
  void takesNothingAwayFromNodesThatRun(Vendor vendor) throws SQLException {
    Database database = Database.migrated(vendor, directory);
    Roster roster = new Roster(database.source(), 97);
    roster.sign("10.0.0.1:17355");
    new Roster(database.source(), 98).sign("10.0.0.2:17355");
    assertThatThrownBy(() -> migrated(database, NEEDING))
        .isInstanceOf(JournalException.class)
        .hasMessageEndingWith(
            " would get a schema for programs that know version 98, but 10.0.0.1:17355 runs, which"
                + " knows 97; stop it first");
    roster.strike("10.0.0.1:17355");
    assertThat(migrated(database, NEEDING)).isEqualTo(99);
  }

  private static int migrated(Database database, String more) {
    return Migrations.migrate(database.url(), database.user(), database.password(), COMMON, more);
  }

  @ParameterizedTest
  @EnumSource
  void eventsThatAreThereWhenHashesComeMayBeWithout(Vendor vendor) throws SQLException {
    Database database = Database.empty(vendor, directory);
    Flyway.configure()
        .dataSource(database.source())
        .locations("classpath:db/migration/" + vendor.folder(), "classpath:db/migration/common")
        .target("5")
        .load()
        .migrate();
    database.run(
        "INSERT INTO \"event_journal\" (\"ordering\", \"persistence_id\", \"sequence_number\","
            + " \"writer\", \"write_timestamp\", \"adapter_manifest\", \"event_payload\","
            + " \"event_ser_id\", \"event_ser_manifest\")"
            + " VALUES (77, 'old', 1, '', 0, '', '', 1, '')");
    database.migrate();
    assertThat(database.one("SELECT content FROM installation WHERE name = 'unchained-to'"))
        .isEqualTo("77");
  }

  @Test
  void saysInOneLineThatTheDatabaseCannotBeReached() {
    assertThatThrownBy(
            () ->
                Migrations.migrate(
                    "jdbc:postgresql://127.0.0.1:1/none?password=secret", "postgres", ""))
        .isInstanceOf(JournalException.class)
        .message()
        .startsWith("journal jdbc:postgresql://127.0.0.1:1/none: ")
        .doesNotContain("secret")
        .hasLineCount(1);
  }

  @Test
  void refusesAPasswordThatIsWrong() throws SQLException {
    Database database = Database.empty(Vendor.H2, directory);
    database.migrate();
    assertThatThrownBy(() -> Migrations.migrate(database.url(), "sa", "wrong"))
        .isInstanceOf(JournalException.class)
        .message()
        .contains("Wrong user name or password")
        .hasLineCount(1);
  }

  @Test
  void refusesADatabaseOfAnotherVendor() {
    assertThatThrownBy(() -> Migrations.migrate("jdbc:mysql://db/x?password=secret", "", ""))
        .isInstanceOf(JournalException.class)
        .hasMessage("journal url jdbc:mysql://db/x is neither of H2 nor of PostgreSQL");
  }
}
