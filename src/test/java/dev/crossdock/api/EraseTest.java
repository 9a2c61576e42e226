package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.erasure.Erasure;
import dev.crossdock.order.OrderStatus;
import dev.crossdock.personal.Certificate;
import dev.crossdock.trade.OrderId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.junit.jupiter.api.Test;

/** A customer is forgotten with a certificate, or it is said what stands against it. */
class EraseTest {
  private static final String PATH = "/v1/customers/cus%201/personal-data";
  private static final OrderId ORDER = new OrderId("default", "ord_1");
  private static final Certificate CERTIFICATE =
      new Certificate(
          "era_1",
          "default",
          "cus 1",
          Bench.NOON,
          List.of(new Certificate.Destroyed("key_1", ORDER)));

  private final Bench bench = new Bench();

  @Test
  void aCertificateSaysWhoWhenAndWhichKeys() {
    bench.erasures.next = new Erasure.Done(CERTIFICATE, List.of());
    Reply reply = erase();
    assertThat(reply.status()).isEqualTo(200);
    assertThat(bench.erasures.customer).isEqualTo("cus 1");
    assertThat(reply.json().get("customerId").asText()).isEqualTo("cus 1");
    assertThat(reply.json().get("erasedAt").asText()).isEqualTo("2026-11-23T12:00:00Z");
    assertThat(reply.json().get("orders").asInt()).isEqualTo(1);
    assertThat(reply.json().at("/keys/0/keyId").asText()).isEqualTo("key_1");
    assertThat(reply.json().has("ordersInClear")).isFalse();
  }

  @Test
  void whatCouldNotBeErasedIsNamed() {
    bench.erasures.next = new Erasure.Done(CERTIFICATE, List.of(new OrderId("default", "ord_0")));
    assertThat(erase().json().at("/ordersInClear/0").asText()).isEqualTo("ord_0");
  }

  @Test
  void ordersThatStillNeedItAreNamed() {
    bench.erasures.next =
        new Erasure.StillNeeded(
            new TreeMap<>(Map.of("ord_1", OrderStatus.SHIPPED, "ord_2", OrderStatus.RECEIVED)));
    Reply reply = erase();
    assertThat(reply.problem()).isEqualTo("409 customer-has-open-orders");
    assertThat(reply.json().get("detail").asText())
        .isEqualTo("ord_1 is SHIPPED, ord_2 is RECEIVED");
  }

  @Test
  void notAllOfManyAreNamed() {
    bench.erasures.next =
        new Erasure.StillNeeded(
            IntStream.range(10, 40)
                .mapToObj(i -> "ord_" + i)
                .collect(
                    Collectors.toMap(
                        id -> id, any -> OrderStatus.SHIPPED, (a, b) -> a, TreeMap::new)));
    assertThat(erase().json().get("detail").asText()).endsWith("ord_29 is SHIPPED, and 10 more");
  }

  @Test
  void whoIsUnknownIsNotFound() {
    assertThat(erase().problem()).isEqualTo("404 customer-not-found");
    assertThat(bench.get(PATH + "/erasure").problem()).isEqualTo("404 customer-not-found");
  }

  @Test
  void whatWasNeverSealedIsNotSaidToBeErased() {
    bench.erasures.next = new Erasure.Nothing(List.of(ORDER));
    assertThat(erase().problem()).isEqualTo("409 personal-data-not-sealed");
  }

  @Test
  void theCertificateIsShownAgain() {
    bench.erasures.last = Optional.of(CERTIFICATE);
    assertThat(bench.get(PATH + "/erasure").json().get("certificateId").asText())
        .isEqualTo("era_1");
  }

  private Reply erase() {
    return bench.send(HttpRequest.DELETE(PATH));
  }
}
