package dev.crossdock.runtime;

import dev.crossdock.journal.EventSerializer;
import dev.crossdock.journal.JournalSerializers;
import dev.crossdock.journal.OrderKeys;
import dev.crossdock.journal.Owned;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.trade.OrderId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.pekko.NotUsed;
import org.apache.pekko.persistence.AtomicWrite;
import org.apache.pekko.persistence.PersistentRepr;
import org.apache.pekko.persistence.jdbc.config.JournalConfig;
import org.apache.pekko.persistence.jdbc.journal.dao.DefaultJournalDao;
import org.apache.pekko.persistence.jdbc.journal.dao.JournalTables.JournalPekkoSerializationRow;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.scaladsl.Source;
import scala.Tuple2;
import scala.collection.immutable.Seq;
import scala.collection.immutable.Set;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.FutureConverters;
import scala.runtime.BoxedUnit;
import scala.util.Try;
import slick.jdbc.JdbcBackend.JdbcDatabaseDef;
import slick.jdbc.JdbcProfile;
import slick.jdbc.PostgresProfile;

/**
 * Has the keys of orders at hand before their events are sealed or opened, so that no thread of an
 * actor waits for them, and new ones stored before what they have sealed.
 */
class SealedWrites extends DefaultJournalDao {
  private final OrderKeys keys;
  private final boolean isPostgres;

  SealedWrites(
      JdbcDatabaseDef database,
      JdbcProfile profile,
      JournalConfig config,
      Serialization serialization,
      ExecutionContext threads,
      Materializer materializer) {
    super(database, profile, config, serialization, threads, materializer);
    this.keys = keys(serialization);
    this.isPostgres = profile instanceof PostgresProfile;
  }

  final boolean isPostgres() {
    return isPostgres;
  }

  /** Those that the serializer of orders seals with. */
  static OrderKeys keys(Serialization serialization) {
    return serialization.serializerByIdentity().get(JournalSerializers.ORDERS).getOrElse(() -> null)
            instanceof EventSerializer<?> orders
        ? orders.keys()
        : OrderKeys.NONE;
  }

  @Override
  public Future<Seq<Try<BoxedUnit>>> asyncWriteMessages(Seq<AtomicWrite> writes) {
    if (!keys.areThere()) {
      return super.asyncWriteMessages(writes);
    }
    List<OrderId> known = new ArrayList<>();
    List<AtomicWrite> owned = new ArrayList<>();
    for (AtomicWrite write : CollectionConverters.asJava(writes)) {
      Owned.orderOf(write.persistenceId()).filter(it -> !begins(write)).ifPresent(known::add);
      owned.add(owned(write));
    }
    Seq<AtomicWrite> all = CollectionConverters.asScala(owned).toSeq();
    return after(keys.ready(known), () -> super.asyncWriteMessages(all), ec());
  }

  /** At once if it is done, not at all if it has failed. */
  static <T> Future<T> after(
      CompletionStage<Void> before, Supplier<Future<T>> then, ExecutionContext threads) {
    CompletableFuture<Void> known = before.toCompletableFuture();
    return known.isDone() && !known.isCompletedExceptionally()
        ? then.get()
        : FutureConverters.asScala(before).flatMap(any -> then.get(), threads);
  }

  /** Whether an order begins with it; that has a key then. */
  private boolean begins(AtomicWrite write) {
    if (write.payload().head().payload() instanceof OrderEvent.Placed placed) {
      keys.begin(placed.id(), placed.content().customer().id());
      return true;
    }
    return false;
  }

  private static AtomicWrite owned(AtomicWrite write) {
    List<PersistentRepr> events = new ArrayList<>();
    for (PersistentRepr event : CollectionConverters.asJava(write.payload())) {
      events.add(event.withPayload(Owned.of(event.persistenceId(), event.payload())));
    }
    return new AtomicWrite(CollectionConverters.asScala(events).toSeq());
  }

  @Override
  public Future<BoxedUnit> writeJournalRows(
      Seq<Tuple2<JournalPekkoSerializationRow, Set<String>>> rows) {
    return after(
        keys.stored(), () -> isPostgres ? inserted(rows) : super.writeJournalRows(rows), ec());
  }

  /** Ours have no tags. */
  private Future<BoxedUnit> inserted(Seq<Tuple2<JournalPekkoSerializationRow, Set<String>>> rows) {
    List<JournalPekkoSerializationRow> all = new ArrayList<>(rows.size());
    CollectionConverters.asJava(rows).forEach(row -> all.add(row._1()));
    return DirectSql.of(
        db(),
        connection -> {
          RowInsert.into(connection, all);
          return BoxedUnit.UNIT;
        });
  }

  /** A recovery reads keys anew: what was erased a moment ago is not known again. */
  @Override
  public Source<Try<Tuple2<PersistentRepr, Object>>, NotUsed> messages(
      String persistenceId, long from, long to, long max) {
    Optional<OrderId> order = keys.areThere() ? Owned.orderOf(persistenceId) : Optional.empty();
    if (order.isEmpty()) {
      return super.messages(persistenceId, from, to, max);
    }
    CompletionStage<Source<Try<Tuple2<PersistentRepr, Object>>, NotUsed>> opened =
        keys.readAnew(order.get()).thenApply(any -> super.messages(persistenceId, from, to, max));
    return Source.futureSource(FutureConverters.asScala(opened))
        .mapMaterializedValue(any -> NotUsed.getInstance());
  }
}
