package dev.crossdock.runtime;

import dev.crossdock.journal.EventHash;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.persistence.jdbc.journal.dao.JournalTables.JournalPekkoSerializationRow;
import scala.Option;
import scala.Some;
import scala.Tuple2;
import scala.collection.immutable.Seq;
import scala.collection.immutable.Set;
import scala.jdk.javaapi.CollectionConverters;

/** Rows with the hashes that chain them together. */
final class ChainedRows {
  private ChainedRows() {}

  /** Rows of one entity, chained to its last. */
  static Seq<Tuple2<JournalPekkoSerializationRow, Set<String>>> after(
      LastEvents.Last last, Seq<Tuple2<JournalPekkoSerializationRow, Set<String>>> rows) {
    List<Tuple2<JournalPekkoSerializationRow, Set<String>>> chained = new ArrayList<>(rows.size());
    byte[] hash = last.hash();
    for (Tuple2<JournalPekkoSerializationRow, Set<String>> each :
        CollectionConverters.asJava(rows)) {
      JournalPekkoSerializationRow row = each._1();
      hash =
          EventHash.next(
              hash,
              row.persistenceId(),
              row.sequenceNumber(),
              row.writeTimestamp(),
              row.eventSerId(),
              row.eventPayload());
      chained.add(Tuple2.apply(with(row, hash), each._2()));
    }
    return CollectionConverters.asScala(chained).toSeq();
  }

  /** What the next one must know of it. */
  static LastEvents.Last last(JournalPekkoSerializationRow row) {
    return new LastEvents.Last(row.sequenceNumber(), row.metaPayload().get());
  }

  /** Without a serializer beside it, the plugin leaves it alone when it reads the row. */
  private static JournalPekkoSerializationRow with(JournalPekkoSerializationRow row, byte[] hash) {
    return new JournalPekkoSerializationRow(
        row.ordering(),
        row.deleted(),
        row.persistenceId(),
        row.sequenceNumber(),
        row.writer(),
        row.writeTimestamp(),
        row.adapterManifest(),
        row.eventPayload(),
        row.eventSerId(),
        row.eventSerManifest(),
        Some.apply(hash),
        Option.empty(),
        Option.empty());
  }
}
