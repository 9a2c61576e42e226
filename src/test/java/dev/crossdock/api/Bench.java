package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.typesafe.config.ConfigFactory;
import dev.crossdock.api.write.EventView;
import dev.crossdock.claim.Callback;
import dev.crossdock.claim.Callbacks.Receipt;
import dev.crossdock.estimate.Estimates;
import dev.crossdock.estimate.Eta;
import dev.crossdock.estimate.SomePartners;
import dev.crossdock.flow.Flows;
import dev.crossdock.flow.SomeFlow;
import dev.crossdock.ops.IntakeGate;
import dev.crossdock.ops.TreeNode;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.partner.PartnerKind;
import dev.crossdock.settings.BreakerSettings;
import dev.crossdock.settings.HttpSettings;
import dev.crossdock.settings.PartnerSettings;
import dev.crossdock.settings.Secret;
import dev.crossdock.settings.WebhookSettings;
import dev.crossdock.shipment.Refusal;
import dev.crossdock.shipment.ShipmentReply;
import dev.crossdock.view.Cursors;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;

/** The API over orders in memory. Every answer it gives is held against its document. */
public final class Bench {
  public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  static final ActorSystem<Void> SYSTEM = system();
  private static final Duration STREAM_MAX = Duration.ofSeconds(10);

  final OrdersInMemory orders = new OrdersInMemory(Clock.fixed(NOON, ZoneOffset.UTC));
  final List<Callback> callbacks = new ArrayList<>();
  CompletionStage<Receipt> receipt = CompletableFuture.completedFuture(Receipt.TAKEN);
  ShipmentReply shipment = new ShipmentReply.No(Refusal.NO_SUCH_SHIPMENT);
  Eta eta = new Eta.Over();
  final AtomicLong changes = new AtomicLong();
  Map<String, Boolean> checks = Map.of("journal", true);
  final ViewsInMemory views = new ViewsInMemory();
  final AtomicLong nanos = new AtomicLong();
  final WebhooksInMemory webhooks = new WebhooksInMemory(Clock.fixed(NOON, ZoneOffset.UTC));
  final ReadSideInMemory readSide = new ReadSideInMemory();
  final IntakeGate gate = new IntakeGate(Duration.ofMillis(250), Duration.ofSeconds(3), nanos::get);
  final ErasuresInMemory erasures = new ErasuresInMemory();
  final HttpSettings settings;
  final HttpApi api;
  private final Route routes;

  Bench() {
    this(settings(Duration.ofSeconds(10), Duration.ofSeconds(20)));
  }

  Bench(HttpSettings settings) {
    this.settings = settings;
    ApiParts parts =
        new ApiParts(
            orders,
            gate,
            id -> CompletableFuture.completedFuture(shipment),
            callback -> {
              callbacks.add(callback);
              return receipt;
            },
            Bench::tree,
            () -> CompletableFuture.completedFuture(checks),
            () -> "up 1\n",
            SomePartners.view(),
            new Estimates() {
              @Override
              public Eta of(Order order, long version, boolean isNow) {
                return eta;
              }

              @Override
              public long changes() {
                return changes.get();
              }
            },
            new Flows(List.of(SomeFlow.parcel()), List.of()),
            new PlainEvents(),
            partners(),
            readSide,
            webhooks,
            webhookSettings(),
            views,
            new Cursors(new byte[32]),
            new LivesInMemory(orders),
            erasures,
            Clock.fixed(NOON, ZoneOffset.UTC));
    api = new HttpApi(SYSTEM, parts, settings);
    routes = api.routes();
  }

  Route routes() {
    return routes;
  }

  static HttpSettings settings(Duration headerDeadline, Duration bodyDeadline) {
    return settings(headerDeadline, bodyDeadline, Duration.ofSeconds(15));
  }

  static HttpSettings settings(
      Duration headerDeadline, Duration bodyDeadline, Duration requestTimeout) {
    return new HttpSettings(
        "127.0.0.1",
        0,
        100,
        headerDeadline,
        bodyDeadline,
        requestTimeout,
        64 * 1024,
        Duration.ofMillis(250),
        Duration.ofSeconds(3),
        8,
        new Secret(""),
        Duration.ofMillis(200),
        Duration.ofMinutes(15));
  }

  /** What comes of the request; it must be as documented. */
  Reply send(HttpRequest request) {
    try {
      HttpResponse response = routes.handler(SYSTEM).apply(request).toCompletableFuture().join();
      String text =
          response
              .entity()
              .toStrict(3000, SYSTEM)
              .toCompletableFuture()
              .join()
              .getData()
              .utf8String();
      Reply reply = new Reply(response, text);
      reply.mustBeAsDocumented(api.endpoints(), request);
      return reply;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** What comes of the request once its answer has begun; it ends when it ends. */
  Begun begin(HttpRequest request) {
    try {
      HttpResponse response = routes.handler(SYSTEM).apply(request).toCompletableFuture().join();
      Queue<String> told = new ConcurrentLinkedQueue<>();
      var end =
          response
              .entity()
              .getDataBytes()
              .runForeach(bytes -> told.add(bytes.utf8String()), SYSTEM)
              .toCompletableFuture()
              .orTimeout(STREAM_MAX.toSeconds(), TimeUnit.SECONDS);
      return new Begun(told, end);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** An answer that goes on. */
  record Begun(Queue<String> told, CompletableFuture<Done> end) {
    /** All of it, once it has ended. */
    String text() {
      end.join();
      return String.join("", told);
    }

    List<Message> soFar() {
      return Message.all(String.join("", told));
    }
  }

  Reply get(String path) {
    return send(HttpRequest.GET(path));
  }

  Reply post(String path, String body) {
    return send(posting(path, body));
  }

  static HttpRequest posting(String path, String body) {
    return HttpRequest.POST(path)
        .withEntity(ContentTypes.APPLICATION_JSON, body.getBytes(StandardCharsets.UTF_8));
  }

  private static TreeNode tree(int max) {
    assertThat(max).isPositive();
    TreeNode child = new TreeNode("partners", "supervisor", "running", 1, "boom", 0, List.of());
    return new TreeNode("crossdock", "supervisor", "running", 0, null, 1, List.of(child));
  }

  private static Map<String, PartnerSettings> partners() {
    return Map.of(
        "pay", partner("pay", PartnerKind.PAYMENT, new Secret(SECRET)),
        "stock", partner("stock", PartnerKind.WAREHOUSE, new Secret(SECRET)),
        "post", partner("post", PartnerKind.CARRIER, new Secret(SECRET)),
        "pigeon", partner("pigeon", PartnerKind.CARRIER, new Secret(SECRET)),
        "shelf", partner("shelf", PartnerKind.INVENTORY, null));
  }

  private static PartnerSettings partner(String name, PartnerKind kind, @Nullable Secret secret) {
    return new PartnerSettings(
        name,
        kind,
        URI.create("http://127.0.0.1:1"),
        Duration.ofSeconds(1),
        null,
        1,
        1,
        secret,
        new BreakerSettings(50, 10, Duration.ofSeconds(1)));
  }

  private static WebhookSettings webhookSettings() {
    return new WebhookSettings(
        2,
        true,
        List.of(),
        Duration.ofSeconds(15),
        4,
        Duration.ofSeconds(1),
        8,
        2,
        Duration.ofDays(1),
        Duration.ofDays(5),
        Duration.ofDays(30));
  }

  private static ActorSystem<Void> system() {
    return ActorSystem.create(
        Behaviors.empty(),
        "api",
        ConfigFactory.parseString("pekko.loglevel = ERROR").withFallback(ConfigFactory.load()));
  }

  /** Shows events by the names of their classes. */
  private static final class PlainEvents implements EventView {
    @Override
    public String type(OrderEvent event) {
      return event.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    @Override
    public JsonNode data(OrderEvent event) {
      return JsonNodeFactory.instance.objectNode().put("at", event.at().toString());
    }
  }
}
