package dev.crossdock.runtime;

import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.persistence.jdbc.config.JournalConfig;
import org.apache.pekko.persistence.jdbc.journal.dao.JournalTables.JournalPekkoSerializationRow;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.stream.Materializer;
import scala.PartialFunction;
import scala.Tuple2;
import scala.collection.immutable.Seq;
import scala.collection.immutable.Set;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.concurrent.Promise;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;
import scala.util.Try;
import slick.jdbc.JdbcBackend.JdbcDatabaseDef;
import slick.jdbc.JdbcProfile;

/**
 * The journal's way to the database: events of all entities that come within a few milliseconds go
 * into one transaction. What a transaction costs, here and in the database, is more than what its
 * rows do; the plugin alone would begin one as soon as there is a row.
 *
 * <p>Each row carries the hash that chains it to the entity's row before it. It goes into the
 * column that the plugin has for metadata, which our events have none of; the configuration names
 * it anew.
 *
 * <p>Named in the configuration as {@code jdbc-journal.dao}, and made by the plugin.
 */
public final class GroupedWrites extends SealedWrites {
  /**
   * While the database stores one, this program makes the next. What reads the journal goes by
   * which transactions are over on PostgreSQL, and by the numbers of rows on H2.
   */
  private static final int AT_ONCE = 2;

  private final Groups<Write> groups;
  private final LastEventReads lastReads;
  private final LastEvents last;

  /** What one entity has decided: written as a whole or not at all. */
  private record Write(
      Seq<Tuple2<JournalPekkoSerializationRow, Set<String>>> rows, Promise<BoxedUnit> done) {}

  /** As the plugin calls it. */
  public GroupedWrites(
      JdbcDatabaseDef database,
      JdbcProfile profile,
      JournalConfig config,
      Serialization serialization,
      ExecutionContext threads,
      Materializer materializer) {
    super(database, profile, config, serialization, threads, materializer);
    this.groups =
        new Groups<>(
            "journal-writes",
            new Groups.Bounds(
                config.daoConfig().batchSize(),
                config.daoConfig().bufferSize(),
                isPostgres() ? AT_ONCE : 1),
            write -> write.rows().size(),
            this::write,
            threads);
    this.lastReads = new LastEventReads(database, threads);
    this.last = LastEvents.of(materializer.system());
    materializer.system().registerOnTermination(groups::close);
    materializer.system().registerOnTermination(lastReads::close);
  }

  /** Asked for at each recovery, which has most likely just read it with its snapshot. */
  @Override
  public Future<Object> highestSequenceNr(String id, long from) {
    return last.fresh(id)
        .map(read -> Future.<Object>successful(read.number()))
        .orElseGet(() -> readLast(id).map(LastEvents.Last::number, ec()));
  }

  private Future<LastEvents.Last> readLast(String id) {
    return lastReads
        .of(id)
        .map(
            read -> {
              last.keep(id, read);
              return read;
            },
            ec());
  }

  /** All of one entity, in sequence. */
  @Override
  public Future<BoxedUnit> queueWriteJournalRows(
      Seq<Tuple2<JournalPekkoSerializationRow, Set<String>>> rows) {
    if (rows.isEmpty()) {
      return queued(rows);
    }
    JournalPekkoSerializationRow first = rows.head()._1();
    return last.before(first.persistenceId(), first.sequenceNumber())
        .map(before -> queued(ChainedRows.after(before, rows)))
        .orElseGet(
            () ->
                readLast(first.persistenceId())
                    .flatMap(before -> queued(ChainedRows.after(before, rows)), ec()));
  }

  private Future<BoxedUnit> queued(Seq<Tuple2<JournalPekkoSerializationRow, Set<String>>> rows) {
    Write write = new Write(rows, Promise.apply());
    return groups.add(write)
        ? write.done().future()
        : Promise.<BoxedUnit>failed(new IllegalStateException("too many writes wait")).future();
  }

  private Future<BoxedUnit> write(List<Write> group) {
    List<Tuple2<JournalPekkoSerializationRow, Set<String>>> rows = new ArrayList<>();
    group.forEach(one -> rows.addAll(CollectionConverters.asJava(one.rows())));
    Future<BoxedUnit> stored;
    try {
      stored = writeJournalRows(CollectionConverters.asScala(rows).toSeq());
    } catch (Exception failure) {
      // Also what Scala throws unannounced: whoever waits would wait for ever, and all after him.
      stored = Promise.<BoxedUnit>failed(failure).future();
    }
    return stored.andThen(PartialFunction.fromFunction(result -> written(group, result)), ec());
  }

  private BoxedUnit written(List<Write> group, Try<BoxedUnit> result) {
    group.forEach(
        one -> {
          learn(one, result.isSuccess());
          one.done().complete(result);
        });
    return BoxedUnit.UNIT;
  }

  /** What failed may be stored all the same. */
  private void learn(Write write, boolean isStored) {
    if (!write.rows().isEmpty()) {
      JournalPekkoSerializationRow row = write.rows().last()._1();
      if (isStored) {
        last.keep(row.persistenceId(), ChainedRows.last(row));
      } else {
        last.forget(row.persistenceId());
      }
    }
  }
}
