package dev.crossdock.settings;

/**
 * The database that everything is stored in.
 *
 * @param url of JDBC, complete with the properties that the journal relies on
 * @param poolSize connections, 2 or more
 */
public record JournalSettings(
    String url, String user, Secret password, int poolSize, PersonalSettings personal) {

  /** One in which everything is stored as it is. */
  public JournalSettings(String url, String user, Secret password, int poolSize) {
    this(url, user, password, poolSize, PersonalSettings.none());
  }

  public boolean isPostgres() {
    return url.startsWith(JdbcUrl.POSTGRES);
  }

  static JournalSettings from(Section journal) {
    String url = journal.text("url");
    if (journal.has("url")) {
      JdbcUrl.fault(url).ifPresent(what -> journal.fault("url", what));
    }
    JournalSettings settings =
        new JournalSettings(
            JdbcUrl.complete(url),
            journal.text("user"),
            new Secret(journal.text("password")),
            journal.whole("pool-size", 2, 1000),
            PersonalSettings.from(journal.section("personal")));
    journal.done();
    return settings;
  }
}
