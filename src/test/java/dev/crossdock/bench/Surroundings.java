package dev.crossdock.bench;

/** What all scenarios share: one database server, and how servers are started. */
record Surroundings(PostgresServer postgres, Launcher launcher) {

  /** Sets up a contender with a database of its own. */
  Stage stage(Contender contender, String name, int orders, Stage.Terms terms) throws Exception {
    return Stage.open(contender, name, orders, terms, postgres, launcher);
  }
}
