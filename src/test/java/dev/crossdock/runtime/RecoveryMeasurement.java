package dev.crossdock.runtime;

import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepEvent;
import dev.crossdock.journal.EventCodec;
import dev.crossdock.journal.Snapshot;
import dev.crossdock.journal.SnapshotCodec;
import dev.crossdock.journal.Vendor;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.OrderEvolver;
import dev.crossdock.order.OrderState;
import dev.crossdock.replay.SomeJournal;
import dev.crossdock.view.Story;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How long it takes until an order with many events answers, from all of them and from its
 * snapshot. Not run by the build; arguments: events.
 */
final class RecoveryMeasurement {
  private static final int ROUNDS = 40;
  private static final int TAIL = 50;

  private RecoveryMeasurement() {}

  public static void main(String[] arguments) throws Exception {
    int events = Integer.parseInt(arguments[0]);
    for (Vendor vendor : Vendor.values()) {
      Path directory = Files.createTempDirectory("recovery");
      SomeJournal journal = SomeJournal.empty(vendor, directory);
      List<Story.Told> told = new ArrayList<>(Story.placed(RecoveryBench.ID).events());
      Order kept = lived(told, events);
      journal.with(told);
      try (RecoveryBench bench = new RecoveryBench(journal, 1_000_000)) {
        report(vendor + " all events", bench);
      }
      String id = Story.orderKey(RecoveryBench.ID);
      journal.withSnapshot(id, new Snapshot.OfOrder(events - TAIL, kept), SnapshotCodec.FORM);
      try (RecoveryBench bench = new RecoveryBench(journal, 100)) {
        report(vendor + " snapshot and " + TAIL + " events", bench);
      }
    }
    System.exit(0);
  }

  /**
   * Tries again and again, in vain, with the last try long in the future; as it was at the tail.
   */
  private static Order lived(List<Story.Told> told, int events) {
    EventCodec<OrderEvent> codec = EventCodec.orders(() -> Story.FLOWS);
    OrderState state = new OrderState.None();
    for (Story.Told each : told) {
      state = OrderEvolver.evolve(state, codec.decode(each.stored()));
    }
    Order kept = (Order) state;
    Instant at = told.getLast().at();
    for (int number = told.size() + 1; number <= events; number++) {
      OrderEvent event =
          new OrderEvent.Stepped(
              new StepEvent.AttemptFailed(
                  Step.CHECK_CUSTOMER,
                  1,
                  "customer",
                  "HTTP status 503 of GET /customers/cus-1",
                  at.plus(Duration.ofDays(9000)),
                  at));
      state = OrderEvolver.evolve(state, event);
      told.add(new Story.Told(told.getFirst().persistenceId(), number, at, codec.encode(event)));
      if (number == events - TAIL) {
        kept = (Order) state;
      }
    }
    return kept;
  }

  private static void report(String what, RecoveryBench bench) {
    long[] micros = new long[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long begin = System.nanoTime();
      var order = bench.begin();
      long version = bench.find(order).version();
      micros[round] = (System.nanoTime() - begin) / 1000;
      bench.end(order);
      if (round == 0) {
        System.out.printf("%s: version %d, first %d us%n", what, version, micros[0]);
      }
    }
    long[] last = Arrays.copyOfRange(micros, ROUNDS / 2, ROUNDS);
    Arrays.sort(last);
    System.out.printf(
        "%s: median of the last %d: %d us (%d to %d)%n",
        what, last.length, last[last.length / 2], last[0], last[last.length - 1]);
  }
}
