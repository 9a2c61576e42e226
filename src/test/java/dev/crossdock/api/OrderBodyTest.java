package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with the body of an order is told with its place and code, and changes nothing. */
class OrderBodyTest {
  private static final String EUR = "{\"amount\":\"1.00\",\"currency\":\"EUR\"}";
  private final Bench bench = new Bench();

  static Stream<Arguments> unreadable() {
    return Stream.of(
        wrong("/ type", "", "null"),
        wrong("/reference type", "reference", "5"),
        wrong("/reference type", "reference", "true"),
        wrong("/reference type", "reference", "{}"),
        wrong("/customer type", "customer", "\"cus\""),
        wrong("/customer type", "customer", "[]"),
        wrong("/customer/id type", "customer/id", "7"),
        wrong("/lines type", "lines", "{}"),
        wrong("/lines/0 type", "lines", "[1]"),
        wrong("/lines/0/quantity type", "lines/0/quantity", "1.9"),
        wrong("/lines/0/quantity type", "lines/0/quantity", "2.0"),
        wrong("/lines/0/quantity type", "lines/0/quantity", "1e2"),
        wrong("/lines/0/quantity type", "lines/0/quantity", "\"5\""),
        wrong("/lines/0/quantity type", "lines/0/quantity", "true"),
        wrong("/lines/0/unitPrice type", "lines/0/unitPrice", "19.90"),
        wrong("/lines/0/unitPrice/amount type", "lines/0/unitPrice/amount", "19.90"),
        wrong("/lines/0/weight/value type", "lines/0/weight/value", "\"350\""),
        wrong("/lines/0/gtin type", "lines/0/gtin", "4006381333931"),
        wrong("/shipTo/residential type", "shipTo/residential", "\"yes\""),
        wrong("/shipping type", "shipping", "4.90"),
        wrong("/priority type", "priority", "1"),
        wrong("/metadata type", "metadata", "[]"),
        wrong("/metadata/channel type", "metadata/channel", "1"));
  }

  static Stream<Arguments> unknown() {
    return Stream.of(
        wrong("/colour unknown-field", "colour", "\"red\""),
        wrong("/colour unknown-field", "colour", "null"),
        wrong("/a~1b~0c unknown-field", "a~b~c", "1"),
        wrong("/customer/age unknown-field", "customer/age", "7"),
        wrong("/lines/0/price unknown-field", "lines/0/price", EUR),
        wrong("/lines/0/unitPrice/vat unknown-field", "lines/0/unitPrice/vat", "1"),
        wrong("/lines/0/weight/g unknown-field", "lines/0/weight/g", "1"),
        wrong("/shipTo/street unknown-field", "shipTo/street", "\"x\""),
        wrong("/shipping/cost unknown-field", "shipping/cost", EUR),
        wrong("/payment/token unknown-field", "payment/token", "\"x\""));
  }

  static Stream<Arguments> unacceptable() {
    return Stream.of(
            unacceptableLines(),
            unacceptableMoney(),
            unacceptableParties(),
            otherwiseUnacceptable())
        .flatMap(any -> any);
  }

  private static Stream<Arguments> unacceptableLines() {
    return Stream.of(
        wrong("/lines required", "lines", "null"),
        wrong("/lines too-few", "lines", "[]"),
        wrong("/lines/0/lineId required", "lines/0/lineId", ""),
        wrong("/lines/0/sku required", "lines/0/sku", ""),
        wrong("/lines/0/quantity required", "lines/0/quantity", ""),
        wrong("/lines/0/quantity minimum", "lines/0/quantity", "0"),
        wrong("/lines/0/quantity minimum", "lines/0/quantity", "-1"),
        wrong("/lines/0/quantity maximum", "lines/0/quantity", "1000001"),
        wrong("/lines/0/quantity maximum", "lines/0/quantity", "99999999999999999999"),
        wrong("/lines/0/weight/value minimum", "lines/0/weight/value", "0"),
        wrong("/lines/0/weight/value minimum", "lines/0/weight/value", "-1e999999999"),
        wrong("/lines/0/weight/value maximum", "lines/0/weight/value", "1e999999999"),
        wrong("/lines/0/weight/value fraction-digits", "lines/0/weight/value", "1e-999999999"),
        wrong("/lines/0/weight/value fraction-digits", "lines/0/weight/value", "0.0000001"),
        wrong("/lines/0/weight/unit enum", "lines/0/weight/unit", "\"G\""),
        wrong("/lines/0/weight/unit required", "lines/0/weight/unit", ""),
        wrong("/lines/0/gtin gtin", "lines/0/gtin", "\"4006381333932\""),
        wrong("/lines/0/gtin gtin", "lines/0/gtin", "\"40063813339\""),
        wrong("/lines/0/hsCode pattern", "lines/0/hsCode", "\"12345\""),
        wrong("/lines/0/originCountry country", "lines/0/originCountry", "\"UK\""),
        wrong("/lines/1/lineId unique", "lines/1", line("1")),
        wrong("/lines too-many", "lines", lines(1001)));
  }

  private static Stream<Arguments> unacceptableMoney() {
    return Stream.of(
        wrong("/lines/0/unitPrice required", "lines/0/unitPrice", ""),
        wrong("/lines/0/unitPrice/amount required", "lines/0/unitPrice/amount", ""),
        wrong("/lines/0/unitPrice/amount pattern", "lines/0/unitPrice/amount", "\"1e3\""),
        wrong("/lines/0/unitPrice/amount pattern", "lines/0/unitPrice/amount", "\"01.00\""),
        wrong("/lines/0/unitPrice/amount pattern", "lines/0/unitPrice/amount", "\"1,00\""),
        wrong("/lines/0/unitPrice/amount pattern", "lines/0/unitPrice/amount", "\"1234567890123\""),
        wrong("/lines/0/unitPrice/amount minimum", "lines/0/unitPrice/amount", "\"-1.00\""),
        wrong("/lines/0/unitPrice/amount fraction-digits", "lines/0/unitPrice/amount", "\"1.005\""),
        wrong("/lines/0/unitPrice/amount fraction-digits", "lines/0/unitPrice/amount", "\"1.000\""),
        wrong("/lines/0/unitPrice/currency currency", "lines/0/unitPrice/currency", "\"EURO\""),
        wrong("/lines/0/unitPrice/currency currency", "lines/0/unitPrice/currency", "\"eur\""),
        wrong("/lines/0/unitPrice/currency currency", "lines/0/unitPrice/currency", "\"XAU\""),
        wrong("/tax/currency currency-mismatch", "tax/currency", "\"USD\""),
        wrong(
            "/shipping/maxCost/currency currency-mismatch", "shipping/maxCost/currency", "\"SEK\""),
        wrong("/discount/amount minimum", "discount/amount", "\"-0.01\""),
        wrong("/discount maximum", "discount/amount", "\"44.71\""));
  }

  private static Stream<Arguments> unacceptableParties() {
    return Stream.of(
        wrong("/customer required", "customer", ""),
        wrong("/customer/id required", "customer/id", ""),
        wrong("/customer/email email", "customer/email", "\"ada\""),
        wrong("/customer/phone phone", "customer/phone", "\"0401234567\""),
        wrong("/customer/phone phone", "customer/phone", "\"+1\""),
        wrong("/customer/phone phone", "customer/phone", "\"+1800FLOWERS\""),
        wrong("/shipTo required", "shipTo", ""),
        wrong("/shipTo/street1 required", "shipTo/street1", ""),
        wrong("/shipTo/city required", "shipTo/city", ""),
        wrong("/shipTo/postalCode required", "shipTo/postalCode", ""),
        wrong("/shipTo/postalCode too-long", "shipTo/postalCode", text(21)),
        wrong("/shipTo/countryCode required", "shipTo/countryCode", ""),
        wrong("/shipTo/countryCode country", "shipTo/countryCode", "\"fi\""),
        wrong("/shipTo/stateCode pattern", "shipTo/stateCode", "\"US-CA\""));
  }

  private static Stream<Arguments> otherwiseUnacceptable() {
    return Stream.of(
        wrong("/reference required", "reference", ""),
        wrong("/reference required", "reference", "null"),
        wrong("/reference blank", "reference", "\"  \""),
        wrong("/reference characters", "reference", "\"a\\u0000b\""),
        wrong("/reference characters", "reference", "\"a\\nb\""),
        wrong("/reference characters", "reference", "\"\\ud800\""),
        wrong("/reference too-long", "reference", text(101)),
        wrong("/shipping/deliverBy date", "shipping/deliverBy", "\"2026-02-30\""),
        wrong("/shipping/deliverBy date", "shipping/deliverBy", "\"1.12.2026\""),
        wrong("/payment required", "payment", ""),
        wrong("/payment/method required", "payment", "{}"),
        wrong("/flow unknown-flow", "flow", "\"pigeon\""),
        wrong("/priority enum", "priority", "\"URGENT\""),
        wrong("/releaseAt date-time", "releaseAt", "\"2026-12-01\""),
        wrong("/releaseAt date-time", "releaseAt", "\"2026-12-01T08:00:00\""),
        wrong("/releaseAt date-time", "releaseAt", "\"2026-12-01T25:00:00Z\""),
        wrong("/metadata too-many", "metadata", metadata(51)),
        wrong("/metadata/channel too-long", "metadata/channel", text(501)),
        wrong("/metadata/channel required", "metadata/channel", "null"),
        wrong("/metadata/ blank", "metadata/", "\"x\""));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void aBodyOfOtherTypesIsNotRead(String fault, String path, String json) {
    refused("400 invalid-request", fault, path, json);
  }

  @ParameterizedTest
  @MethodSource("unknown")
  void aFieldThatIsNotKnownIsRefused(String fault, String path, String json) {
    refused("400 unknown-field", fault, path, json);
  }

  @ParameterizedTest
  @MethodSource("unacceptable")
  void aBodyThatIsReadMayNotBeAcceptable(String fault, String path, String json) {
    refused("422 validation-failed", fault, path, json);
  }

  @Test
  void aTotalThatDoesNotAgreeIsRefused() {
    refused("422 total-mismatch", "/total total-mismatch", "total", EUR);
    Reply agreeing =
        bench.post(
            "/v1/orders", AnyBody.with("total", "{\"amount\": \"44.7\", \"currency\": \"EUR\"}"));
    assertThat(agreeing.status()).isEqualTo(201);
  }

  @Test
  void allFaultsAreToldAtOnceAndTheWorstDecides() {
    Reply reply =
        bench.post(
            "/v1/orders",
            AnyBody.with(
                "reference", "", "lines/0/quantity", "\"2\"", "lines/0/gtin", "\"1\"", "x", "1"));
    assertThat(reply.problem()).isEqualTo("400 unknown-field");
    assertThat(reply.faults())
        .containsExactlyInAnyOrder(
            "/reference required",
            "/lines/0/quantity type",
            "/lines/0/gtin gtin",
            "/x unknown-field");
    assertThat(bench.orders.told()).isEmpty();
  }

  @Test
  void whatIsRightIsRightByTheDocumentToo() {
    JsonNode schema = Contract.root().at("/components/schemas/OrderRequest");
    assertThat(Contract.faults(schema, AnyBody.read(AnyBody.order()))).isEmpty();
    assertThat(Contract.faults(schema, AnyBody.read(AnyBody.leanOrder()))).isEmpty();
    List<Arguments> wrong = new ArrayList<>(unreadable().toList());
    wrong.addAll(unknown().toList());
    for (Arguments one : wrong) {
      if (!String.valueOf(one.get()[1]).equals("lines/0/quantity")) {
        String body = body((String) one.get()[1], (String) one.get()[2]);
        assertThat(Contract.faults(schema, AnyBody.read(body))).as(body).isNotEmpty();
      }
    }
  }

  private void refused(String problem, String fault, String path, String json) {
    Reply reply = bench.post("/v1/orders", body(path, json));
    assertThat(reply.problem()).isEqualTo(problem);
    assertThat(reply.faults()).containsExactly(fault.startsWith("/ ") ? fault.substring(1) : fault);
    assertThat(bench.orders.told()).isEmpty();
  }

  /** Sets the JSON in as it is written here: what the JDK makes of it is not what is tested. */
  private static String body(String path, String json) {
    if (path.isEmpty()) {
      return json;
    }
    if (json.isEmpty()) {
      return AnyBody.with(path, "");
    }
    String name = path.contains("~") ? "a/b~c" : path;
    return (path.contains("~") ? AnyBody.withMember(name, "\"@\"") : AnyBody.with(name, "\"@\""))
        .replace("\"@\"", json);
  }

  private static Arguments wrong(String fault, String path, String json) {
    return Arguments.of(fault, path, json);
  }

  private static String text(int length) {
    return "\"" + "x".repeat(length) + "\"";
  }

  private static String line(String id) {
    return "{\"lineId\":\"%s\",\"sku\":\"s\",\"quantity\":1,\"unitPrice\":%s}".formatted(id, EUR);
  }

  private static String lines(int count) {
    return "[" + String.join(",", IntStream.range(0, count).mapToObj(i -> "{}").toList()) + "]";
  }

  private static String metadata(int count) {
    return "{"
        + String.join(",", IntStream.range(0, count).mapToObj(i -> "\"k" + i + "\":\"v\"").toList())
        + "}";
  }
}
