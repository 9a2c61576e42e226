package dev.crossdock.replay;

import dev.crossdock.claim.ClaimEvent;
import dev.crossdock.journal.EventCodec;
import dev.crossdock.journal.SnapshotCodec;
import dev.crossdock.view.Change;
import dev.crossdock.view.Codecs;
import dev.crossdock.view.Fold;
import dev.crossdock.view.RowCheck;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Proves a part of the journal. Of one thread. */
final class RangeCheck {
  private static final int TOLD_EVERY = 1000;

  private final Reading reading;
  private final Findings findings;
  private final LongConsumer progress;
  private final Map<String, Change> last = new HashMap<>();
  private @Nullable EntityCheck entity;
  private ChainCheck chain = new ChainCheck(0);
  private String id = "";
  private long taken;

  /** How what is stored is read. */
  record Reading(
      Codecs codecs, EventCodec<ClaimEvent> claims, SnapshotCodec snapshots, Columns columns) {

    static Reading of(Archive archive) throws SQLException {
      return new Reading(
          archive.codecs(),
          EventCodec.claims(archive::flows),
          new SnapshotCodec(archive::flows, archive.keys()),
          archive.columns());
    }
  }

  /**
   * @param progress told how many more events are done
   */
  RangeCheck(Reading reading, Findings findings, LongConsumer progress) {
    this.reading = reading;
    this.findings = findings;
    this.progress = progress;
  }

  /** All of it, with the rows that are made of it. */
  void check(Connection connection, KeyRange range, Optional<RowCheck> rows) throws SQLException {
    SnapshotCheck snapshots = SnapshotCheck.of(connection, range, reading.snapshots(), findings);
    range.read(connection, reading.columns(), event -> take(event, snapshots));
    ended();
    snapshots.end();
    progress.accept(taken % TOLD_EVERY);
    new Heard(findings).check(connection, last.values());
    if (rows.isPresent()) {
      findings.rows(last.size());
      rows.get()
          .faults(connection, last)
          .forEach(
              (of, why) -> {
                Change change = last.get(of);
                long version = change == null ? 0 : change.version();
                findings.fault(new Fault(FaultKind.VIEW, of, version, why));
              });
    }
  }

  private void take(StoredEvent event, SnapshotCheck snapshots) {
    if (!event.id().equals(id)) {
      ended();
      id = event.id();
      entity = begun(event);
      chain = new ChainCheck(reading.columns().unchainedTo());
      findings.entity();
    }
    findings.event(event);
    if (entity != null) {
      entity.take(event);
      snapshots.take(event, entity.state());
    }
    if (reading.columns().hasHashes()) {
      chain
          .take(event)
          .ifPresent(
              why -> findings.fault(new Fault(FaultKind.CHAIN, id, event.sequenceNumber(), why)));
    }
    if (++taken % TOLD_EVERY == 0) {
      progress.accept(TOLD_EVERY);
    }
  }

  private @Nullable EntityCheck begun(StoredEvent event) {
    if (event.id().startsWith(ClaimCheck.PREFIX)) {
      return new ClaimCheck(reading.claims(), findings);
    }
    Optional<Fold> fold = Fold.begin(event.id());
    if (fold.isEmpty()) {
      findings.fault(
          new Fault(FaultKind.FOREIGN, event.id(), event.sequenceNumber(), "nobody writes it"));
      return null;
    }
    return new FoldCheck(event.id(), fold.get(), reading.codecs(), findings);
  }

  private void ended() {
    if (entity != null) {
      entity.last().ifPresent(change -> last.put(id, change));
    }
  }
}
