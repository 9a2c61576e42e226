package dev.crossdock.runtime;

import dev.crossdock.order.OrderEvent;
import dev.crossdock.trade.OrderId;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.persistence.jdbc.query.javadsl.JdbcReadJournal;
import org.apache.pekko.persistence.query.PersistenceQuery;
import org.apache.pekko.persistence.query.javadsl.CurrentEventsByPersistenceIdQuery;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.stream.javadsl.Source;

/** Reads what is stored, past the entities. */
final class Journal {
  private final CurrentEventsByPersistenceIdQuery events;

  Journal(CurrentEventsByPersistenceIdQuery events) {
    this.events = events;
  }

  /** The journal that the entities write to. */
  static Journal of(ActorSystem<?> system) {
    return new Journal(
        PersistenceQuery.get(system)
            .getReadJournalFor(JdbcReadJournal.class, JdbcReadJournal.Identifier()));
  }

  /** An order's events with their versions, from one to another, both included. */
  Source<Pair<Long, OrderEvent>, NotUsed> events(OrderId id, long from, long to) {
    String persistenceId = PersistenceId.of(OrderEntity.KEY.name(), id.entityId()).id();
    return events
        .currentEventsByPersistenceId(persistenceId, from, to)
        .map(row -> Pair.create(row.sequenceNr(), (OrderEvent) row.event()));
  }
}
