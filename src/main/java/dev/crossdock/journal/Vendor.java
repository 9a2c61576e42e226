package dev.crossdock.journal;

import java.util.Arrays;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The databases that a journal may be in. */
public enum Vendor {
  H2("jdbc:h2:", "h2", "slick.jdbc.H2Profile$", "org.h2.Driver"),
  POSTGRESQL(
      "jdbc:postgresql:", "postgresql", "slick.jdbc.PostgresProfile$", "org.postgresql.Driver");

  private final String prefix;
  private final String folder;
  private final String slickProfile;
  private final String driver;

  Vendor(String prefix, String folder, String slickProfile, String driver) {
    this.prefix = prefix;
    this.folder = folder;
    this.slickProfile = slickProfile;
    this.driver = driver;
  }

  /**
   * Whose URL that is.
   *
   * @throws JournalException when it is neither's
   */
  public static Vendor of(String url) {
    return Arrays.stream(values())
        .filter(vendor -> url.startsWith(vendor.prefix))
        .findFirst()
        .orElseThrow(
            () ->
                new JournalException(
                    "journal url " + shown(url) + " is neither of H2 nor of PostgreSQL"));
  }

  /** Connections to a journal, each opened anew: for start-up and tools, not for load. */
  public static DataSource dataSource(String url, String user, String password) {
    return switch (of(url)) {
      case H2 -> h2(url, user, password);
      case POSTGRESQL -> postgresql(url, user, password);
    };
  }

  /** The URL without its settings, which may hold secrets. */
  static String shown(String url) {
    return url.split("[?;]", 2)[0];
  }

  /** Where its migrations are. */
  String folder() {
    return folder;
  }

  /** What the journal's plugin calls its dialect. */
  public String slickProfile() {
    return slickProfile;
  }

  /** The class of its JDBC driver. */
  public String driver() {
    return driver;
  }

  private static DataSource h2(String url, String user, String password) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(url);
    source.setUser(user);
    source.setPassword(password);
    return source;
  }

  private static DataSource postgresql(String url, String user, String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(url);
    source.setUser(user);
    source.setPassword(password);
    return source;
  }
}
