package dev.crossdock.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What address, customer and fraud partner say, and what becomes of a request that is wrong. */
class ChecksTest {

  private static Bench bench;

  @BeforeAll
  static void start() throws Exception {
    bench = Bench.start(Bench.settings(Bench.NEVER));
  }

  @AfterAll
  static void stop() throws Exception {
    bench.close();
  }

  @ParameterizedTest
  @CsvSource({"00100, VALID, 00100", "99999, INVALID, 99999", "88888, CORRECTED, 00100"})
  void judgesAnAddressByItsPostalCode(String postalCode, String verdict, String told)
      throws Exception {
    var answer = validate(Bodies.address("Helsinki", postalCode, "FI"));
    assertThat(answer.text("verdict")).isEqualTo(verdict);
    assertThat(answer.body().at("/address/postalCode").asText()).isEqualTo(told);
    assertThat(answer.body().at("/address/street1").asText()).isEqualTo("Mannerheimintie 1");
  }

  @ParameterizedTest
  @CsvSource({"cus_1, APPROVED", "cus_declined, DECLINED", "cus_review, REVIEW"})
  void judgesACustomerByTheId(String customerId, String verdict) throws Exception {
    var answer =
        bench.ask(
            "customer",
            "/v1/customer-checks",
            """
            {"customerId":"%s","total":%s}\
            """
                .formatted(customerId, Bodies.money("39.80")));
    assertThat(answer.text("verdict")).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"cus_1, PASS", "cus_fraud, REJECT", "cus_fraud_review, REVIEW"})
  void judgesFraudByTheCustomersId(String customerId, String verdict) throws Exception {
    var answer =
        bench.ask(
            "fraud",
            "/v1/fraud-checks",
            """
            {"orderId":"ord_1","customerId":"%s","total":%s,"shipTo":%s}\
            """
                .formatted(customerId, Bodies.money("39.80"), Bodies.helsinki()));
    assertThat(answer.text("verdict")).isEqualTo(verdict);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"address\":null}",
        "{\"address\":{}}",
        "{\"address\":{\"street1\":1,\"city\":\"a\",\"postalCode\":\"1\",\"countryCode\":\"FI\"}}",
        "{\"address\":{\"street1\":\"1\",\"city\":\"a\",\"postalCode\":\"1\","
            + "\"countryCode\":\"x\"}}",
        "{\"address\":{},\"address\":{}}",
        "{} {}",
        "{"
      })
  void refusesAnAddressRequestThatTheDocumentForbids(String body) throws Exception {
    assertThat(bench.ask("address", "/v1/address-validations", body).status()).isEqualTo(400);
  }

  @Test
  void refusesABodyThatIsNotSaidToBeJson() throws Exception {
    var request =
        bench
            .request("address", "/v1/address-validations")
            .setHeader("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString("{}"));
    assertThat(bench.send(request).statusCode()).isEqualTo(415);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, address, /v1/address-validations, 405",
    "GET, address, /v1/reservations, 404",
    "GET, nobody, /v1/reservations, 404",
    "GET, address, /, 404",
    "DELETE, payment, /v1/authorizations, 405"
  })
  void knowsOnlyWhatBelongsToThePartner(String method, String partner, String path, int status)
      throws Exception {
    var request = bench.request(partner, path).method(method, BodyPublishers.noBody());
    assertThat(bench.send(request).statusCode()).isEqualTo(status);
  }

  private static Bench.Answer validate(String address) throws Exception {
    return bench.ask(
        "address",
        "/v1/address-validations",
        """
        {"address":%s}\
        """
            .formatted(address));
  }
}
