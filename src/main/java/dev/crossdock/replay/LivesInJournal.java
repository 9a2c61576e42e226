package dev.crossdock.replay;

import dev.crossdock.flow.Flows;
import dev.crossdock.journal.OrderKeys;
import dev.crossdock.order.Unavailable;
import dev.crossdock.trade.OrderId;
import dev.crossdock.view.Codecs;
import dev.crossdock.view.JournalTable;
import dev.crossdock.view.ReadStore;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The past of orders, by the read side's connections: those who work are not in its way. */
public final class LivesInJournal implements Lives {
  private final ReadStore store;
  private final LifeReader reader;

  /**
   * @param flows every version that an order may have begun with
   * @param keys that what is personal of orders is sealed with
   */
  public LivesInJournal(ReadStore store, Flows flows, OrderKeys keys) {
    this.store = store;
    this.reader = new LifeReader(JournalTable.of(store.vendor()), Codecs.of(flows, keys));
  }

  @Override
  public CompletionStage<Then> asOf(OrderId id, AsOf when) {
    return unavailable(store.run(connection -> reader.asOf(connection, id, when)));
  }

  @Override
  public CompletionStage<Optional<Life>> of(OrderId id) {
    return unavailable(store.run(connection -> reader.life(connection, id)));
  }

  @Override
  public CompletionStage<Optional<Evidence>> evidence(OrderId id) {
    return unavailable(store.run(connection -> EvidenceReader.read(connection, id)));
  }

  private static <T> CompletionStage<T> unavailable(CompletionStage<T> stage) {
    return stage.exceptionally(
        failure -> {
          throw new Unavailable("the journal did not answer: " + failure, failure);
        });
  }
}
