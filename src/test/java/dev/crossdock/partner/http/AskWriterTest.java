package dev.crossdock.partner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossdock.partner.Ask;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written to a partner, to the letter. */
class AskWriterTest {
  private static final String BARE =
      "{\"street1\":\"Kaistrasse 1\",\"city\":\"Hamburg\",\"postalCode\":\"20457\","
          + "\"countryCode\":\"DE\"}";
  private static final String TOTAL = "{\"amount\":\"39.80\",\"currency\":\"EUR\"}";
  private static final String LINES = "[{\"lineId\":\"l1\",\"sku\":\"SKU-1\",\"quantity\":2}]";
  private static final String WAY =
      ("\"shipFrom\":%s,\"shipTo\":%s,\"parcels\":[{\"weight\":{\"value\":1000,\"unit\":\"GRM\"}},"
              + "{\"weight\":{\"value\":0.250,\"unit\":\"KGM\"}}]")
          .formatted(BARE, BARE);

  static Stream<Arguments> asks() {
    return Stream.concat(asksOfAnOrder(), asksOfAShipment());
  }

  private static Stream<Arguments> asksOfAnOrder() {
    return Stream.of(
        arguments(
            Asks.VALIDATE_ADDRESS,
            "/v1/address-validations",
            "{\"address\":{\"name\":\"Ada Lovelace\",\"company\":\"Engines\","
                + "\"street1\":\"1 Main St\",\"street2\":\"Floor 2\",\"city\":\"Springfield\","
                + "\"stateCode\":\"IL\",\"postalCode\":\"62701\",\"countryCode\":\"US\","
                + "\"phone\":\"+12175550100\",\"email\":\"ada@example.org\","
                + "\"residential\":true}}"),
        arguments(
            Asks.CHECK_CUSTOMER,
            "/v1/customer-checks",
            "{\"customerId\":\"c1\",\"total\":" + TOTAL + "}"),
        arguments(
            Asks.CHECK_FRAUD,
            "/v1/fraud-checks",
            "{\"orderId\":\"ord_7\",\"customerId\":\"c1\",\"total\":%s,\"shipTo\":%s}"
                .formatted(TOTAL, BARE)),
        arguments(
            Asks.RESERVE,
            "/v1/reservations",
            "{\"orderId\":\"ord_7\",\"lines\":%s,\"shipTo\":%s}".formatted(LINES, BARE)),
        arguments(Asks.RELEASE_RESERVATION, "/v1/reservations/res%2F1%20a/release", ""),
        arguments(
            Asks.AUTHORIZE,
            "/v1/authorizations",
            "{\"orderId\":\"ord_7\",\"amount\":%s,".formatted(TOTAL)
                + "\"paymentMethod\":\"tok_visa\",\"customerId\":\"c1\"}"),
        arguments(Asks.VOID_AUTHORIZATION, "/v1/authorizations/auth%2B1/void", ""),
        arguments(
            Asks.CAPTURE,
            "/v1/authorizations/auth_1/captures",
            "{\"amount\":{\"amount\":\"500\",\"currency\":\"JPY\"}}"),
        arguments(
            Asks.REFUND,
            "/v1/captures/cap_1/refunds",
            "{\"amount\":" + TOTAL + ",\"reason\":\"damaged\"}"),
        arguments(Asks.REFUND_BARE, "/v1/captures/cap_1/refunds", "{\"amount\":" + TOTAL + "}"));
  }

  private static Stream<Arguments> asksOfAShipment() {
    return Stream.of(
        arguments(
            Asks.QUOTE,
            "/v1/rates",
            "{\"shipmentId\":\"shp_7-1\"," + WAY + ",\"deliverBy\":\"2026-12-24\"}"),
        arguments(Asks.QUOTE_BARE, "/v1/rates", "{\"shipmentId\":\"shp_7-1\"," + WAY + "}"),
        arguments(
            Asks.BOOK,
            "/v1/shipments",
            "{\"shipmentId\":\"shp_7-1\",\"rateId\":\"rate_1\","
                + WAY
                + ",\"reference\":\"PO-1\"}"),
        arguments(Asks.VOID_SHIPMENT, "/v1/shipments/book_1/void", ""),
        arguments(
            Asks.FULFILL,
            "/v1/fulfillments",
            "{\"orderId\":\"ord_7\",\"shipmentId\":\"shp_7-1\",\"location\":\"HAM1\",\"lines\":%s,"
                    .formatted(LINES)
                + "\"trackingCode\":\"1Z999\",\"labelUrl\":\"https://l.example/1\"}"),
        arguments(
            Asks.FULFILL_BARE,
            "/v1/fulfillments",
            "{\"orderId\":\"ord_7\",\"shipmentId\":\"shp_7-1\",\"location\":\"HAM1\",\"lines\":%s}"
                .formatted(LINES)),
        arguments(Asks.CANCEL_FULFILLMENT, "/v1/fulfillments/ful_1/cancel", ""),
        arguments(
            Asks.NOTIFY,
            "/v1/notifications",
            "{\"orderId\":\"ord_7\",\"template\":\"order-shipped\",\"to\":\"ada@example.org\","
                + "\"data\":{\"trackingCode\":\"1Z999\"}}"));
  }

  @ParameterizedTest
  @MethodSource("asks")
  void postsWhatThePartnerApiSays(Ask ask, String path, String body) {
    HttpAsk written = AskWriter.write(Asks.toDo(ask));

    assertThat(written.method()).isEqualTo("POST");
    assertThat(written.path()).isEqualTo(path);
    assertThat(text(written)).isEqualTo(body);
  }

  @Test
  void getsTrackingByItsEncodedCode() {
    assertThat(AskWriter.write(Asks.toDo(Asks.TRACK)))
        .isEqualTo(new HttpAsk("GET", "/v1/tracking/1Z%20999%2F%C3%A9", null, null));
  }

  static Stream<Arguments> lookUps() {
    return Stream.of(
        arguments(Asks.RESERVE, "reservations"),
        arguments(Asks.AUTHORIZE, "authorizations"),
        arguments(Asks.CAPTURE, "captures"),
        arguments(Asks.BOOK, "shipments"),
        arguments(Asks.FULFILL, "fulfillments"));
  }

  @ParameterizedTest
  @MethodSource("lookUps")
  void looksUpByTheKeyOfTheCallInDoubt(Ask ask, String resources) {
    String path = "/v1/" + resources + "?reference=default%3Aord_7%3Areserve-inventory%3A1";

    assertThat(AskWriter.write(Asks.toLookUp(ask))).isEqualTo(new HttpAsk("GET", path, null, null));
  }

  @Test
  void refusesToLookUpWhatAcquiresNothing() {
    assertThatThrownBy(() -> AskWriter.write(Asks.toLookUp(Asks.TRACK)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String text(HttpAsk written) {
    ObjectNode body = written.body();
    return body == null ? "" : new String(Json.bytes(body), StandardCharsets.UTF_8);
  }
}
