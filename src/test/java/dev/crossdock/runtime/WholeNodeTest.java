package dev.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.crossdock.Wiring;
import dev.crossdock.order.Customer;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderCommand;
import dev.crossdock.order.OrderContent;
import dev.crossdock.order.OrderLine;
import dev.crossdock.order.OrderReply;
import dev.crossdock.order.OrderStatus;
import dev.crossdock.order.ShippingTerms;
import dev.crossdock.settings.Settings;
import dev.crossdock.simulator.Latency;
import dev.crossdock.simulator.Pace;
import dev.crossdock.simulator.Simulator;
import dev.crossdock.simulator.SimulatorSettings;
import dev.crossdock.trade.Address;
import dev.crossdock.trade.Money;
import dev.crossdock.trade.OrderId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An order goes through a whole node, on H2 and against the simulator. */
final class WholeNodeTest {
  @Test
  void takesAnOrderToConfirmed(@TempDir Path dir) throws Exception {
    Simulator simulator =
        Simulator.startAlone(
                SimulatorSettings.defaults()
                    .withSpeed(new Latency(5, 2), Pace.ofMillis(10, 10, 10)),
                Clock.systemUTC())
            .toCompletableFuture()
            .get();
    Map<String, Object> told = new HashMap<>();
    told.put("crossdock.journal.url", "jdbc:h2:file:" + dir.resolve("journal"));
    for (String name :
        List.of(
            "address",
            "customer",
            "fraud",
            "inventory",
            "payment",
            "carrier-a",
            "carrier-b",
            "warehouse",
            "notification")) {
      told.put(
          "crossdock.partners." + name + ".kind", name.startsWith("carrier") ? "carrier" : name);
      told.put("crossdock.partners." + name + ".base-url", simulator.baseUrl(name).toString());
    }
    Settings settings = Settings.load(null, told, Map.of());
    Node node = Wiring.start(settings).toCompletableFuture().get();
    OrderId id = new OrderId("default", "ord_1");
    Address to =
        new Address(
            "Ada", null, "Street 1", null, "Helsinki", null, "00100", "FI", null, null, null);
    var content =
        new OrderContent(
            "PO-1",
            new Customer("cus_1", "Ada", "ada@example.com", null),
            List.of(
                new OrderLine(
                    "1", "SKU-1", null, 2, Money.of("19.90", "EUR"), null, null, null, null)),
            to,
            new ShippingTerms(Money.of("4.90", "EUR"), null, null),
            Money.of("0", "EUR"),
            Money.of("0", "EUR"),
            "tok_visa",
            OrderContent.Priority.NORMAL,
            null,
            Map.of());
    var place =
        new OrderCommand.Place(
            id, "f", content, java.util.Objects.requireNonNull(settings.flows().get("parcel")));
    assertThat(node.orders().place(place).toCompletableFuture().get())
        .isInstanceOf(OrderReply.Now.class);
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(
            () -> {
              var now = (OrderReply.Now) node.orders().find(id).toCompletableFuture().get();
              assertThat(((Order) now.state()).status())
                  .as(() -> now.toString())
                  .isEqualTo(OrderStatus.RELEASED);
            });
    node.orders()
        .events(id, 0, 100)
        .toCompletableFuture()
        .get()
        .forEach(r -> System.out.println(r.version() + " " + r.event()));
    node.system().terminate();
    simulator.stop().toCompletableFuture().get();
  }
}
