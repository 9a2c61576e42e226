package dev.crossdock.simulator;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the judge of the other tests can say no. */
class PartnerApiTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Callback|{}",
        "Money|{\"amount\":\"1,5\",\"currency\":\"EUR\"}",
        "Weight|{\"value\":0,\"unit\":\"KGM\"}",
        "Fulfillment|{\"fulfillmentId\":\"f\",\"status\":\"LOST\"}",
        "TrackingEvent|{\"trackingEventId\":\"t\",\"status\":\"UNKNOWN\",\"occurredAt\":\"now\"}",
        "Location|{\"code\":\"HEL-1\",\"address\":{\"street1\":\"x\"}}"
      })
  void noticesWhatTheDocumentForbids(String name, String json) {
    assertThatThrownBy(() -> PartnerApi.assertIsA(name, Json.MAPPER.readTree(json)))
        .isInstanceOf(AssertionError.class);
  }
}
