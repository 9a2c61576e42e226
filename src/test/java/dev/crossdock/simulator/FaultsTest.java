package dev.crossdock.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each fault does to the caller, and what it leaves at the partner. */
class FaultsTest {

  private static final String PATH = "/v1/authorizations";
  private static final String OPERATION = "authorizePayment";
  private static Bench bench;

  @BeforeAll
  static void start() {
    bench = Bench.start(Bench.settings(Bench.NEVER));
  }

  @AfterEach
  void mend() {
    bench.simulator().setFaults(List.of());
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @Test
  void aLostAnswerLeavesItsEffect() throws Exception {
    set(rule(FaultKind.DROP_AFTER).withTimes(1));
    assertThatThrownBy(() -> authorize("d1")).isInstanceOf(IOException.class);
    String found = bench.find("payment", PATH, "d1").at("/0/authorizationId").asText();
    assertThat(authorize("d1").body()).contains(found);
    assertThat(entries("d1")).singleElement().extracting(LedgerEntry::calls).isEqualTo(2);
  }

  @Test
  void aCallCutBeforeLeavesNothing() throws Exception {
    set(rule(FaultKind.DROP_BEFORE).withTimes(1));
    assertThatThrownBy(() -> authorize("d2")).isInstanceOf(IOException.class);
    assertThat(bench.find("payment", PATH, "d2")).isEmpty();
    assertThat(authorize("d2").statusCode()).isEqualTo(201);
  }

  @Test
  void aHungCallHasItsEffectAlsoWhenTheCallerHasGivenUp() {
    set(rule(FaultKind.HANG).withMillis(400));
    assertThatThrownBy(() -> bench.impatient("payment", PATH, "d3", body("d3")))
        .isInstanceOf(HttpTimeoutException.class);
    await().untilAsserted(() -> assertThat(entries("d3")).hasSize(1));
  }

  @Test
  void garbageIsNoJsonButTheEffectIsThere() throws Exception {
    set(rule(FaultKind.GARBAGE));
    var answer = authorize("d4");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThatThrownBy(() -> Json.MAPPER.readTree(answer.body())).isInstanceOf(IOException.class);
    assertThat(entries("d4")).hasSize(1);
  }

  @Test
  void aStatusSaysWhenToTryAgainAndLeavesNothing() throws Exception {
    set(rule(FaultKind.STATUS).withStatus(429).withRetryAfterSeconds(7));
    var answer = authorize("d5");
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("7");
    assertThat(entries("d5")).isEmpty();
  }

  @Test
  void meetsOnlyTheOperationThatItNames() throws Exception {
    set(rule(FaultKind.STATUS));
    assertThat(bench.find("payment", PATH, "d6")).isEmpty();
    assertThat(authorize("d6").statusCode()).isEqualTo(503);
  }

  @Test
  void theSameSeedMeetsTheSameCalls() {
    assertThat(met(7)).isEqualTo(met(7)).isNotEqualTo(met(8));
    assertThat(met(7).stream().filter(hit -> hit).count()).isBetween(30L, 70L);
  }

  private static List<Boolean> met(long seed) {
    Faults faults = new Faults(new Directory(Bench.NEVER), seed);
    faults.set(List.of(rule(FaultKind.STATUS).withProbability(0.5)));
    return IntStream.range(0, 100)
        .mapToObj(i -> faults.pick("payment", OPERATION).isPresent())
        .toList();
  }

  @Test
  void isSwitchedByWayOfTheControlPaths() throws Exception {
    String rules =
        """
        [{"partner":"payment","operation":"authorizePayment","kind":"drop-before","times":3}]\
        """;
    assertThat(bench.control("PUT", "/faults", rules).statusCode()).isEqualTo(200);
    assertThat(bench.control("GET", "/faults", "").body()).isEqualTo(rules);
    assertThatThrownBy(() -> authorize("d7")).isInstanceOf(IOException.class);
    assertThat(bench.control("DELETE", "/faults", "").body()).isEqualTo("[]");
    assertThat(authorize("d7").statusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[{}]",
        "[{\"partner\":\"payment\",\"kind\":\"nonsense\"}]",
        "[{\"partner\":\"nobody\",\"kind\":\"hang\"}]",
        "[{\"partner\":\"payment\",\"operation\":\"notify\",\"kind\":\"hang\"}]",
        "[{\"partner\":\"payment\",\"kind\":\"hang\",\"probability\":2}]",
        "[{\"partner\":\"payment\",\"kind\":\"status\",\"status\":200}]",
        "[{\"partner\":\"payment\",\"kind\":\"hang\",\"milis\":5}]",
        "[{\"partner\":\"payment\",\"kind\":\"hang\",\"times\":0}]"
      })
  void refusesFaultsThatCannotHold(String rules) throws Exception {
    assertThat(bench.control("PUT", "/faults", rules).statusCode()).isEqualTo(400);
    assertThat(bench.control("GET", "/faults", "").body()).isEqualTo("[]");
  }

  private static FaultRule rule(FaultKind kind) {
    return FaultRule.always("payment", OPERATION, kind);
  }

  private static void set(FaultRule rule) {
    bench.simulator().setFaults(List.of(rule));
  }

  private static HttpResponse<String> authorize(String key) throws Exception {
    return bench.raw("payment", PATH, key, body(key));
  }

  private static String body(String key) {
    return Bodies.authorization("ord_" + key, "tok_visa", "10.00");
  }

  private static List<LedgerEntry> entries(String key) {
    return bench.simulator().ledger().forOrder("ord_" + key).items();
  }
}
