package dev.crossdock.journal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Which version of the schema a program must at least know to work with what a migration makes of
 * it. Most only add, and programs that have never heard of them go on. One that takes away or
 * changes says so in its name, {@code V12__drop_this_needs_10.sql}; the database remembers that.
 */
final class Needs {
  /** Programs from before this version refuse every newer schema by themselves. */
  static final int FIRST = 8;

  private static final Pattern FORM = Pattern.compile(".* needs ([0-9]{1,9})");

  private Needs() {}

  static int of(MigrationInfo migration) {
    Matcher form = FORM.matcher(migration.getDescription());
    return form.matches() ? Integer.parseInt(form.group(1)) : 0;
  }
}
