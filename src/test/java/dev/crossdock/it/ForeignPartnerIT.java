package dev.crossdock.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That partners which somebody else wrote from the partner API alone are understood. */
class ForeignPartnerIT {

  @Test
  void anOrderIsDeliveredByPartnersNotWrittenHere(@TempDir Path folder) {
    try (ForeignPartners partners = new ForeignPartners();
        ForeignCaller caller = new ForeignCaller();
        ForeignDesks desks = new ForeignDesks(caller)) {
      Path config =
          ConfigFile.write("foreign", ConfigFile.h2Journal(folder), settings(partners, desks));
      try (Program program = Program.serve("foreign", config);
          Client client = new Client(program.url())) {
        caller.callBack(program.url());
        String id = client.place("foreign", Wanted.lamps("PO-F")).text("id");
        assertThat(client.follow(id).getLast().status()).isEqualTo("DELIVERED");
        await("the capture, should the carrier tell earlier than the warehouse")
            .atMost(Duration.ofSeconds(20))
            .until(() -> client.order(id).text("paymentStatus").equals("CAPTURED"));
        assertOrder(client.order(id).body());
        assertCalls(partners, caller);
      }
    }
  }

  private static void assertOrder(JsonNode order) {
    assertThat(order.path("shipments")).hasSize(1);
    JsonNode shipment = order.path("shipments").path(0);
    assertThat(shipment.path("carrier").asText()).isEqualTo("posti");
    assertThat(shipment.path("trackingCode").asText()).isEqualTo(ForeignDesks.TRACKING);
    assertThat(shipment.path("captured").path("amount").asText()).isEqualTo("44.70");
  }

  private static void assertCalls(ForeignPartners partners, ForeignCaller caller) {
    assertThat(partners.log())
        .containsOnlyOnce(
            "/acme/v2/payments POST /v1/authorizations lost",
            "/acme/v2/payments GET /v1/authorizations 200",
            "/acme/v2/payments POST /v1/authorizations/*/captures 201",
            "/depot/stock POST /v1/reservations 201",
            "/posti POST /v1/shipments 201",
            "/depot/hands POST /v1/fulfillments 202")
        .noneMatch(call -> call.endsWith("404") || call.endsWith("409"));
    assertThat(caller.log())
        .isSubsetOf(List.of("acme-pay 202", "hands 202", "hands 200", "posti 202"));
  }

  private static String settings(ForeignPartners partners, ForeignDesks desks) {
    return String.join(
        "\n",
        partner("geography", "address", partners.open("/geo", ForeignDesks::geography)),
        partner("kyc", "customer", partners.open("/k/y/c", ForeignDesks::knowYourCustomer)),
        partner("risk-42", "fraud", partners.open("/risk/api.php", ForeignDesks::risk)),
        partner("depot", "inventory", partners.open("/depot/stock", ForeignDesks::depot)),
        partner("acme-pay", "payment", partners.open("/acme/v2/payments", desks::payments)),
        partner("posti", "carrier", partners.open("/posti", ForeignDesks::post)),
        partner("hands", "warehouse", partners.open("/depot/hands", desks::hands)),
        partner("letters", "notification", partners.open("/letters", ForeignDesks::letters)));
  }

  private static String partner(String name, String kind, String baseUrl) {
    return "crossdock.partners.%s { kind = %s, base-url = \"%s\", callback-secret = \"%s\" }"
        .formatted(name, kind, baseUrl, ForeignCaller.secret());
  }
}
