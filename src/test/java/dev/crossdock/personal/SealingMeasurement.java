package dev.crossdock.personal;

import dev.crossdock.flow.Flows;
import dev.crossdock.flow.SomeFlow;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepEvent;
import dev.crossdock.journal.Database;
import dev.crossdock.journal.EventCodec;
import dev.crossdock.journal.Vendor;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.SomeOrder;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.SomeAnswers;
import dev.crossdock.trade.OrderId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Microseconds of an event with and without sealing, and of making and reading keys. Run it by
 * hand; it is no test, for nothing may depend on how fast a machine is today.
 */
final class SealingMeasurement {
  private static final Logger LOG = LoggerFactory.getLogger(SealingMeasurement.class);
  private static final int ROUNDS = 100_000;
  private static final int ORDERS = 2_000;
  private static final Flows FLOWS = new Flows(List.of(SomeFlow.parcel()), List.of());

  private SealingMeasurement() {}

  /** Measures each three times; the last is the one to note. */
  public static void main(String[] args) throws Exception {
    Path directory = Files.createTempDirectory("sealing");
    Database database = Database.migrated(Vendor.H2, directory);
    KeyStore store = new KeyStore(database.source(), Runnable::run, Clock.systemUTC());
    Masters masters = new Masters(List.of(Base64.getEncoder().encodeToString(new byte[32])));
    StoredKeys keys = new StoredKeys(store, masters, cache(), true, 0);
    keys.begin(SomeOrder.ID, "cus_1");
    keys.stored().toCompletableFuture().join();
    for (int i = 0; i < 3; i++) {
      measure("placed", placed(), keys);
      measure("address checked", stepped(Step.VALIDATE_ADDRESS), keys);
      measure("authorized", authorized(), keys);
    }
    keys(store, masters);
  }

  private static void measure(String name, OrderEvent event, StoredKeys keys) {
    EventCodec<OrderEvent> plain = EventCodec.orders(() -> FLOWS);
    EventCodec<OrderEvent> sealing = EventCodec.orders(() -> FLOWS, keys);
    byte[] open = plain.encode(event);
    byte[] sealed = sealing.encode(event, SomeOrder.ID);
    LOG.info(
        "{}: encode {} us, sealed {} us; decode {} us, sealed {} us; {} bytes, sealed {}",
        name,
        micros(() -> plain.encode(event)),
        micros(() -> sealing.encode(event, SomeOrder.ID)),
        micros(() -> plain.decode(open)),
        micros(() -> sealing.decode(sealed)),
        open.length,
        sealed.length);
  }

  private static void keys(KeyStore store, Masters masters) {
    List<OrderId> orders =
        IntStream.range(0, ORDERS).mapToObj(i -> new OrderId("default", "ord_k" + i)).toList();
    StoredKeys writer = new StoredKeys(store, masters, cache(), true, 0);
    long begin = System.nanoTime();
    orders.forEach(order -> writer.begin(order, "cus_1"));
    long made = System.nanoTime();
    writer.stored().toCompletableFuture().join();
    long stored = System.nanoTime();
    new StoredKeys(store, masters, cache(), true, 0).load(orders);
    long read = System.nanoTime();
    LOG.info(
        "a key: made in {} us, stored in {} us, read in {} us, {} at once",
        (made - begin) / 1e3 / ORDERS,
        (stored - made) / 1e3 / ORDERS,
        (read - stored) / 1e3 / ORDERS,
        ORDERS);
  }

  private static double micros(Supplier<?> what) {
    long bytes = 0;
    long begin = System.nanoTime();
    for (int i = 0; i < ROUNDS; i++) {
      bytes += what.get() == null ? 0 : 1;
    }
    long took = System.nanoTime() - begin;
    return bytes == ROUNDS ? Math.round(took / 10.0 / ROUNDS) / 100.0 : Double.NaN;
  }

  private static KeyCache cache() {
    return new KeyCache(100_000, Duration.ofHours(1), System::nanoTime);
  }

  private static OrderEvent placed() {
    return new OrderEvent.Placed(
        SomeOrder.ID, "0".repeat(64), SomeOrder.anyOrder(), SomeFlow.parcel(), SomeOrder.NOON);
  }

  private static OrderEvent stepped(Step step) {
    return new OrderEvent.Stepped(
        new StepEvent.Succeeded(
            step,
            1,
            "address",
            new Answer.AddressChecked(Answer.AddressVerdict.CORRECTED, SomeOrder.home(), List.of()),
            SomeOrder.NOON));
  }

  private static OrderEvent authorized() {
    return new OrderEvent.Stepped(
        new StepEvent.Succeeded(
            Step.AUTHORIZE_PAYMENT,
            1,
            "payment",
            SomeAnswers.authorized(SomeOrder.anyOrder().total()),
            SomeOrder.NOON));
  }
}
