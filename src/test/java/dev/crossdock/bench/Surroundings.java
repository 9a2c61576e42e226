package dev.crossdock.bench;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all scenarios share: one database server, how servers are started, where results go. */
record Surroundings(PostgresServer postgres, Launcher launcher, RawResults results) {
  private static final Logger LOG = LoggerFactory.getLogger(Surroundings.class);

  /** Sets up a contender with a database of its own. */
  Stage stage(Contender contender, String name, int orders, Stage.Terms terms) throws Exception {
    return Stage.open(contender, name, orders, terms, postgres, launcher);
  }

  /** Writes it down, and says it to whoever looks on. */
  void note(Result result) throws IOException {
    results.add(result);
    LOG.info("{}", result.line());
  }
}
