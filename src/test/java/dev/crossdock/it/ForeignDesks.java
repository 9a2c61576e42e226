package dev.crossdock.it;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crossdock.it.ForeignPartners.Asked;
import dev.crossdock.it.ForeignPartners.Reply;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Partners of other houses: they say no more than they must, and things that nobody asked for;
 * their ids are odd; they call back before they have answered.
 */
final class ForeignDesks implements AutoCloseable {
  static final String RESERVATION = "res/1?a=b&c#d é%2F";
  static final String AUTHORIZATION = "auth 1/ü;x=1+1";
  static final String BOOKING = "bkg:[7]/\\\"q\\\"";
  static final String TRACKING = "JJ FI/0001 é#?";
  static final String FULFILLMENT = "ful@1/,!$'()*";

  private final ForeignCaller caller;
  private final Map<String, String> authorized = new ConcurrentHashMap<>();
  private final ExecutorService later = Executors.newVirtualThreadPerTaskExecutor();

  ForeignDesks(ForeignCaller caller) {
    this.caller = caller;
  }

  static Reply geography(Asked asked) {
    return asked.route().equals("POST /v1/address-validations")
            && asked.body().path("address").path("countryCode").asText().equals("FI")
        ? Reply.of(200, "{\"verdict\":\"VALID\",\"took\":3,\"hints\":[{\"x\":null}]}")
        : Reply.problem(404, "what is that");
  }

  static Reply knowYourCustomer(Asked asked) {
    return asked.route().equals("POST /v1/customer-checks")
        ? Reply.of(200, "{\"verdict\":\"APPROVED\"}")
        : Reply.problem(404, "what is that");
  }

  static Reply risk(Asked asked) {
    return asked.route().equals("POST /v1/fraud-checks")
        ? Reply.of(200, "{\"score\":1.5e-1,\"verdict\":\"PASS\",\"model\":{\"v\":2}}")
        : Reply.problem(404, "what is that");
  }

  /** All of the first line from a house of its own. */
  static Reply depot(Asked asked) {
    JsonNode line = asked.body().path("lines").path(0);
    return asked.route().equals("POST /v1/reservations") && !asked.key().isEmpty()
        ? Reply.of(
            201,
            """
            {"reservationId":"%s","status":"RESERVED","zone":null,"allocations":[
             {"lineId":"%s","quantity":%d,"bin":12,"location":{"code":"HALL 7/B","address":
             {"street1":"Satamakatu 3","city":"Kotka","postalCode":"48100","countryCode":"FI"}}}]}
            """
                .formatted(
                    RESERVATION, line.path("lineId").asText(), line.path("quantity").asInt()))
        : Reply.problem(404, "what is that");
  }

  /** Its first answer is lost; whoever looks it up learns that a callback will tell. */
  Reply payments(Asked asked) {
    return switch (asked.route()) {
      case "POST /v1/authorizations" -> authorize(asked).butLost();
      case "GET /v1/authorizations" -> {
        String found = authorized.get(asked.reference());
        yield Reply.of(200, "{\"items\":[" + (found == null ? "" : found) + "]}");
      }
      case "POST /v1/authorizations/*/captures" -> capture(asked);
      default -> Reply.problem(404, "what is that");
    };
  }

  private Reply authorize(Asked asked) {
    String form = "{\"authorizationId\":\"%s\",\"status\":\"%s\",\"amount\":%s}";
    String amount = money(asked.body());
    String pending = form.formatted(AUTHORIZATION, "PENDING", amount);
    authorized.put(asked.key(), pending);
    call("acme-pay", "authorization.updated", form.formatted(AUTHORIZATION, "AUTHORIZED", amount));
    return Reply.of(201, pending);
  }

  private static Reply capture(Asked asked) {
    return asked.id().equals(AUTHORIZATION)
        ? Reply.of(
            201,
            "{\"captureId\":\"c/1\",\"status\":\"CAPTURED\",\"amount\":"
                + money(asked.body())
                + "}")
        : Reply.problem(404, "no authorization " + asked.id().replace('"', '\''));
  }

  /** 44.7 is as good as 44.70. */
  private static String money(JsonNode body) {
    JsonNode amount = body.path("amount");
    String digits =
        new BigDecimal(amount.path("amount").asText()).stripTrailingZeros().toPlainString();
    return "{\"currency\":\"%s\",\"amount\":\"%s\"}"
        .formatted(amount.path("currency").asText(), digits);
  }

  static Reply post(Asked asked) {
    return switch (asked.route()) {
      case "POST /v1/rates" ->
          Reply.of(
              200,
              """
              {"rates":[{"rateId":"r/1 ?","service":"Door to door",
              "price":{"amount":"7","currency":"EUR"}}],"currency":"EUR"}
              """);
      case "POST /v1/shipments" ->
          asked.body().path("rateId").asText().equals("r/1 ?") && !asked.key().isEmpty()
              ? Reply.of(
                  201,
                  "{\"bookingId\":\"%s\",\"trackingCode\":\"%s\",\"status\":\"BOOKED\"}"
                      .formatted(BOOKING, TRACKING))
              : Reply.problem(409, "no such rate");
      default -> Reply.problem(404, "what is that");
    };
  }

  /** The goods are out of the house before the call is answered. */
  Reply hands(Asked asked) {
    boolean right =
        asked.route().equals("POST /v1/fulfillments")
            && asked.body().path("location").asText().equals("HALL 7/B")
            && asked.body().path("trackingCode").asText().equals(TRACKING);
    if (!right || asked.key().isEmpty()) {
      return Reply.problem(404, "what is that");
    }
    String form = "{\"fulfillmentId\":\"" + FULFILLMENT + "\",\"status\":\"%s\",\"dock\":4}";
    for (String status : new String[] {"ACCEPTED", "PICKED", "PACKED", "SHIPPED", "PICKED"}) {
      call("hands", "fulfillment.updated", form.formatted(status));
    }
    later.execute(this::deliver);
    return Reply.of(202, form.formatted("SUBMITTED"));
  }

  /** The last scan first, each with what is needed and a time of Finland. */
  private void deliver() {
    String form = "{\"trackingEventId\":\"%d\",\"status\":\"%s\",\"occurredAt\":\"%s\"}";
    OffsetDateTime now = Instant.now().atOffset(ZoneOffset.ofHours(2));
    call(
        "posti",
        "tracking.updated",
        "{\"trackingCode\":\"%s\",\"events\":[%s,%s]}"
            .formatted(
                TRACKING,
                form.formatted(2, "DELIVERED", now),
                form.formatted(1, "IN_TRANSIT", now.minusMinutes(5))));
  }

  static Reply letters(Asked asked) {
    return asked.route().equals("POST /v1/notifications") && !asked.key().isEmpty()
        ? Reply.of(202, "{\"notificationId\":\"1\"}")
        : Reply.problem(404, "what is that");
  }

  private void call(String partner, String type, String told) {
    caller.call(
        partner,
        "{\"data\":%s,\"type\":\"%s\",\"attempt\":1,\"occurredAt\":\"%s\"}"
            .formatted(told, type, Instant.now().atOffset(ZoneOffset.ofHours(-5))));
  }

  @Override
  public void close() {
    later.shutdownNow();
  }
}
