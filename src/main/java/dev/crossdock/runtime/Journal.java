package dev.crossdock.runtime;

import dev.crossdock.journal.OrderKeys;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.trade.OrderId;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.persistence.jdbc.query.javadsl.JdbcReadJournal;
import org.apache.pekko.persistence.query.EventEnvelope;
import org.apache.pekko.persistence.query.PersistenceQuery;
import org.apache.pekko.persistence.query.javadsl.CurrentEventsByPersistenceIdQuery;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.serialization.SerializationExtension;
import org.apache.pekko.stream.javadsl.Source;

/** Reads what is stored, past the entities. */
final class Journal {
  private final CurrentEventsByPersistenceIdQuery events;
  private final OrderKeys keys;

  /**
   * @param keys read anew before any event is
   */
  Journal(CurrentEventsByPersistenceIdQuery events, OrderKeys keys) {
    this.events = events;
    this.keys = keys;
  }

  /** The journal that the entities write to. */
  static Journal of(ActorSystem<?> system) {
    return new Journal(
        PersistenceQuery.get(system)
            .getReadJournalFor(JdbcReadJournal.class, JdbcReadJournal.Identifier()),
        SealedWrites.keys(SerializationExtension.get(system)));
  }

  /** An order's events with their versions, from one to another, both included. */
  Source<Pair<Long, OrderEvent>, NotUsed> events(OrderId id, long from, long to) {
    String persistenceId = PersistenceId.of(OrderEntity.KEY.name(), id.entityId()).id();
    Source<EventEnvelope, NotUsed> rows =
        events.currentEventsByPersistenceId(persistenceId, from, to);
    return (keys.areThere() ? opened(id, rows) : rows)
        .map(row -> Pair.create(row.sequenceNr(), (OrderEvent) row.event()));
  }

  private Source<EventEnvelope, NotUsed> opened(OrderId id, Source<EventEnvelope, NotUsed> rows) {
    return Source.completionStageSource(keys.readAnew(id).thenApply(any -> rows))
        .mapMaterializedValue(any -> NotUsed.getInstance());
  }
}
