package dev.crossdock.webhook;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.crossdock.journal.Database;
import dev.crossdock.journal.OrderKeys;
import dev.crossdock.journal.Vendor;
import dev.crossdock.order.OrderState;
import dev.crossdock.order.SomeOrder;
import dev.crossdock.settings.JournalSettings;
import dev.crossdock.settings.Network;
import dev.crossdock.settings.Secret;
import dev.crossdock.settings.WebhookSettings;
import dev.crossdock.trade.OrderId;
import dev.crossdock.view.Change;
import dev.crossdock.view.ReadStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The tables of the webhooks in an empty database, and a clock that the test moves. */
final class Desk implements AutoCloseable {
  static final String MERCHANT = "default";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  final Database database;
  final ReadStore store;
  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  final WebhookMeters meters = new WebhookMeters(registry);
  private volatile Instant now = SomeOrder.NOON.plusSeconds(60);
  private final OutboxProjector outbox = new OutboxProjector(OrderKeys.NONE);

  Desk(Vendor vendor, Path directory) throws SQLException {
    database = Database.migrated(vendor, directory);
    store =
        ReadStore.open(
            new JournalSettings(
                database.url(), database.user(), new Secret(database.password()), 4),
            4);
  }

  static WebhookSettings settings() {
    return new WebhookSettings(
        3,
        false,
        List.of(Network.of("127.0.0.0/8")),
        Duration.ofSeconds(2),
        4,
        Duration.ofMillis(50),
        2,
        4,
        Duration.ofDays(1),
        Duration.ofDays(5),
        Duration.ofDays(30));
  }

  Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return Desk.this.now;
      }

      @Override
      public ZoneOffset getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(java.time.ZoneId zone) {
        return this;
      }
    };
  }

  /** What its clock shows. */
  Instant now() {
    return now;
  }

  synchronized void pass(Duration time) {
    now = now.plus(time);
  }

  StoredWebhooks webhooks() {
    return new StoredWebhooks(store, settings(), clock());
  }

  DeliveryParts parts(Supplier<Courier> couriers) {
    return new DeliveryParts(
        store,
        settings(),
        RetryTable.standard(),
        couriers,
        new Payloads(OrderKeys.NONE),
        meters,
        clock(),
        () -> 0);
  }

  WebhookEndpoint register(String url, Subscription subscription) {
    return answered(webhooks().register(MERCHANT, URI.create(url), subscription, null))
        .orElseThrow();
  }

  /** An order is placed. */
  void placed(String orderId) {
    changed(change(orderId, 1, SomeChange.NO_ORDER, SomeChange.received()));
  }

  static Change change(String orderId, long version, OrderState before, OrderState after) {
    return SomeChange.of(new OrderId(MERCHANT, orderId), version, before, after);
  }

  void changed(Change... changes) {
    answered(
        store.transaction(
            connection -> {
              outbox.apply(connection, List.of(changes));
              return 0;
            }));
  }

  List<DeliveryLog> log(WebhookEndpoint endpoint) {
    return answered(webhooks().deliveries(MERCHANT, endpoint.id(), Long.MAX_VALUE, 100))
        .orElseThrow();
  }

  List<String> types(WebhookEndpoint endpoint) {
    return log(endpoint).stream().map(DeliveryLog::eventType).toList();
  }

  WebhookEndpoint again(WebhookEndpoint endpoint) {
    return answered(webhooks().find(MERCHANT, endpoint.id())).orElseThrow();
  }

  /** One delivery was attempted with that answer, just now. */
  void attempted(WebhookEndpoint endpoint, Answer answer) {
    Delivery delivery =
        answered(store.run(c -> DeliveryTable.due(c, endpoint.id(), now, List.of(), 1))).getFirst();
    Verdict verdict = RetryTable.standard().judge(answer, delivery.attempts() + 1, now, () -> 0);
    Attempts.Made made = new Attempts.Made(now, 12, answer, verdict);
    answered(
        store.transaction(
            connection -> {
              Attempts.record(connection, settings(), endpoint.id(), delivery, made);
              return 0;
            }));
  }

  static <T> T answered(CompletionStage<T> stage) {
    return stage.toCompletableFuture().copy().orTimeout(PATIENCE.toSeconds(), SECONDS).join();
  }

  @Override
  public void close() {
    store.close();
  }
}
