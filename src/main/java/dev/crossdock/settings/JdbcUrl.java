package dev.crossdock.settings;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** URLs of the two databases that the journal may be in, with what it needs of them. */
final class JdbcUrl {
  static final String POSTGRES = "jdbc:postgresql:";
  static final String H2 = "jdbc:h2:";

  private static final Pattern POSTGRES_FORM =
      Pattern.compile("jdbc:postgresql:(//[^/?\\s]+/)?[^/?\\s]+(\\?\\S*)?");
  private static final Pattern H2_FORM = Pattern.compile("jdbc:h2:[^;]+(;[^;=]+=[^;]*)*;?");

  /** With any delay a commit returns before the data has left the process. */
  private static final String WRITE_DELAY = "WRITE_DELAY";

  private JdbcUrl() {}

  /** What is wrong with it, if anything. Never shows it: it may hold a password. */
  static Optional<String> fault(String url) {
    if (url.startsWith(H2)) {
      return H2_FORM.matcher(url).matches() ? delayFault(url) : Optional.of("not a URL of H2");
    }
    if (url.startsWith(POSTGRES)) {
      boolean fits = POSTGRES_FORM.matcher(url).matches();
      return fits ? Optional.empty() : Optional.of("not a URL of PostgreSQL");
    }
    return Optional.of("begins neither with " + H2 + " nor with " + POSTGRES);
  }

  /** The same with what the journal relies on, unless the URL has an opinion of its own. */
  static String complete(String url) {
    if (url.startsWith(POSTGRES)) {
      return url + appended(url, url.contains("?") ? "&" : "?", "&", forPostgres());
    }
    String bare = url.endsWith(";") ? url.substring(0, url.length() - 1) : url;
    return bare + appended(bare, ";", ";", forH2(bare));
  }

  private static SequencedMap<String, String> forPostgres() {
    SequencedMap<String, String> wanted = new LinkedHashMap<>();
    wanted.put("reWriteBatchedInserts", "true");
    wanted.put("tcpKeepAlive", "true");
    wanted.put("connectTimeout", "5");
    wanted.put("socketTimeout", "30");
    wanted.put("ApplicationName", "crossdock");
    return wanted;
  }

  private static SequencedMap<String, String> forH2(String url) {
    SequencedMap<String, String> wanted = new LinkedHashMap<>();
    wanted.put(WRITE_DELAY, "0");
    wanted.put("DB_CLOSE_ON_EXIT", "FALSE");
    if (url.startsWith(H2 + "mem:")) {
      wanted.put("DB_CLOSE_DELAY", "-1");
    }
    return wanted;
  }

  private static String appended(
      String url, String first, String next, Map<String, String> wanted) {
    StringBuilder added = new StringBuilder();
    wanted.forEach(
        (key, value) -> {
          if (!has(url, key)) {
            added.append(added.isEmpty() ? first : next).append(key).append('=').append(value);
          }
        });
    return added.toString();
  }

  private static boolean has(String url, String key) {
    return Pattern.compile("[;?&]" + key + "=", Pattern.CASE_INSENSITIVE).matcher(url).find();
  }

  private static Optional<String> delayFault(String url) {
    String settings = url.toUpperCase(Locale.ROOT) + ";";
    return has(url, WRITE_DELAY) && !settings.contains(";" + WRITE_DELAY + "=0;")
        ? Optional.of("has a WRITE_DELAY: what was accepted would be lost in a crash")
        : Optional.empty();
  }
}
