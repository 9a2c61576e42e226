package dev.crossdock.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Crossdock's journal without anything around it, against plain JDBC that writes the same rows. */
final class JournalScenario implements Scenario {
  static final String NAME = "journal";

  @Override
  public void run(Contender contender, int round, Plan plan, Surroundings around) throws Exception {
    if (contender != Contender.CROSSDOCK) {
      return;
    }
    PostgresServer postgres = around.postgres();
    String database = "journal_" + round;
    postgres.create(database);
    try (JournalAlone journal =
        JournalAlone.open(postgres.url(database), config(around, database))) {
      journal.writeByJournal("warm-journal-", plan.events());
      journal.writeByJdbc("warm-jdbc-", plan.events());
      double byJournal = journal.writeByJournal("journal-", plan.events());
      double byJdbc = journal.writeByJdbc("jdbc-", plan.events());
      Map<String, Double> figures =
          Map.of(
              "journalPerSecond",
              byJournal,
              "jdbcPerSecond",
              byJdbc,
              "ratio",
              byJournal / byJdbc,
              "rows",
              Double.parseDouble(postgres.one(database, "SELECT count(*) FROM event_journal")));
      around.note(new Result(NAME, contender.name(), round, plan.events(), figures));
    } finally {
      postgres.drop(database);
    }
  }

  private static Path config(Surroundings around, String database) throws IOException {
    return Files.writeString(
        around.launcher().home().resolve(database + ".conf"),
        """
        crossdock {
          journal { url = "%s", user = postgres, pool-size = %d }
          flows.parcel = null
        }
        """
            .formatted(around.postgres().url(database), BaselineStore.CONNECTIONS));
  }
}
