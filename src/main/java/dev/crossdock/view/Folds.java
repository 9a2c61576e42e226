package dev.crossdock.view;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes changes of the journal's rows. What orders and shipments were like last is kept, as many as
 * fit; the earlier events of the others are read again, in one query for a whole group. Of one
 * reader: not safe for use by several threads at once.
 */
final class Folds {
  private static final float LOAD = 0.75f;

  private final JournalTable journal;
  private final Codecs codecs;
  private final Map<String, Fold> kept;

  Folds(JournalTable journal, Codecs codecs, int keptMax) {
    this.journal = journal;
    this.codecs = codecs;
    this.kept =
        new LinkedHashMap<>(keptMax, LOAD, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Fold> eldest) {
            return size() > keptMax;
          }
        };
  }

  /** What the rows change, in their order; rows of no interest are passed over. */
  List<Fold.Step> fold(Connection connection, List<JournalRow> rows) throws SQLException {
    codecs.expect(rows);
    Map<String, Fold> at = before(connection, rows);
    List<Fold.Step> steps = new ArrayList<>(rows.size());
    for (JournalRow row : rows) {
      Fold known = at.get(row.persistenceId());
      if (known != null) {
        Fold.Step step = known.after(row, codecs);
        at.put(row.persistenceId(), step.next());
        steps.add(step);
      }
    }
    at.forEach(this::keep);
    return steps;
  }

  /** What is quarantined is read anew each time: somebody may have mended it. */
  private void keep(String persistenceId, Fold fold) {
    if (fold.isTrusted()) {
      kept.put(persistenceId, fold);
    } else {
      kept.remove(persistenceId);
    }
  }

  /** Everybody as they were before their first row. */
  private Map<String, Fold> before(Connection connection, List<JournalRow> rows)
      throws SQLException {
    Map<String, Fold> at = new HashMap<>();
    Map<String, Long> missing = new HashMap<>();
    for (JournalRow row : rows) {
      String id = row.persistenceId();
      if (at.containsKey(id) || missing.containsKey(id)) {
        continue;
      }
      Fold known = known(id, row.sequenceNumber());
      if (known != null) {
        at.put(id, known);
      } else if (Fold.begin(id).isPresent()) {
        missing.put(id, row.sequenceNumber());
      }
    }
    if (!missing.isEmpty()) {
      read(connection, missing, at);
    }
    return at;
  }

  /** A group that was rolled back comes again: what is kept may then be too far. */
  private @Nullable Fold known(String persistenceId, long next) {
    if (next == 1) {
      return Fold.begin(persistenceId).orElse(null);
    }
    Fold known = kept.get(persistenceId);
    return known != null && known.version() == next - 1 ? known : null;
  }

  private void read(Connection connection, Map<String, Long> missing, Map<String, Fold> at)
      throws SQLException {
    missing.keySet().forEach(id -> at.put(id, Fold.begin(id).orElseThrow()));
    List<JournalRow> earlier = journal.streams(connection, missing.keySet());
    codecs.expect(earlier);
    for (JournalRow row : earlier) {
      if (row.sequenceNumber() < missing.getOrDefault(row.persistenceId(), 0L)) {
        at.computeIfPresent(row.persistenceId(), (id, fold) -> fold.after(row, codecs).next());
      }
    }
  }
}
