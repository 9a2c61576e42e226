package dev.crossdock.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossdock.flow.Flows;
import dev.crossdock.flow.StepEvent;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.partner.Answer;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is stored of an event, and what of it is read back. */
class EventCodecTest {
  private static final EventCodec<OrderEvent> CODEC = EventCodec.orders(() -> Samples.FLOWS);

  static Stream<OrderEvent> orders() {
    return EventSamples.ORDERS.stream();
  }

  static Stream<Answer> answers() {
    return Samples.ANSWERS.stream();
  }

  @ParameterizedTest
  @MethodSource("orders")
  void readsBackWhatItWrote(OrderEvent event) {
    assertThat(CODEC.decode(CODEC.encode(event))).isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("answers")
  void readsBackEveryAnswer(Answer answer) {
    OrderEvent event =
        new OrderEvent.Stepped(
            new StepEvent.Succeeded(
                EventSamples.STEPS.getFirst().step(), 1, "alpha", answer, Samples.AT));
    assertThat(CODEC.decode(CODEC.encode(event))).isEqualTo(event);
  }

  @Test
  void storesWhatHappenedToAStepWithoutAWrapper() {
    OrderEvent event = new OrderEvent.Stepped(EventSamples.STEPS.get(10));
    assertThat(new String(CODEC.encode(event), UTF_8))
        .isEqualTo(
            """
            {"type":"step-undone","step":"release-fulfillment","revision":1,\
            "partner":"warehouse","at":"2026-11-23T08:15:30.125Z"}\
            """);
  }

  @Test
  void losesNothingOfATime() {
    OrderEvent event = new OrderEvent.Closed(Instant.parse("2026-11-23T08:15:30.123456789Z"));
    assertThat(CODEC.decode(CODEC.encode(event))).isEqualTo(event);
  }

  @Test
  void namesTheEventForTheApiAndTellsTheRestApart() {
    OrderEvent event = new OrderEvent.CancellationRefused("gone", Samples.AT);
    assertThat(CODEC.type(event)).isEqualTo("cancellation-refused");
    assertThat(CODEC.data(event)).hasToString("{\"reason\":\"gone\"}");
  }

  @Test
  void ignoresAFieldItDoesNotKnow() {
    assertThat(decoded("{\"type\":\"closed\",\"at\":\"2026-11-23T08:15:30.125Z\",\"who\":1}"))
        .isEqualTo(new OrderEvent.Closed(Samples.AT));
  }

  @Test
  void refusesAnEventWithoutAComponentThatIsAlwaysThere() {
    for (String damaged :
        List.of(
            "{\"type\":\"closed\"}",
            "{\"type\":\"closed\",\"at\":null}",
            "{\"type\":\"step-dropped\",\"step\":\"track\",\"at\":\"2026-11-23T08:15:30Z\"}")) {
      assertThatThrownBy(() -> decoded(damaged)).isInstanceOf(JournalException.class);
    }
  }

  @Test
  void refusesWhatItCannotRead() {
    for (String damaged :
        List.of(
            "",
            "\u0000",
            "{\"type\":\"clo",
            "[]",
            "1",
            "null",
            "{}",
            "{\"type\":\"unheard-of\"}",
            "{\"type\":\"closed\",\"at\":\"yesterday\"}",
            "{\"type\":\"closed\",\"at\":\"2026-11-23T08:15:30.125Z\"} trailing",
            "{\"type\":\"closed\",\"v\":2,\"at\":\"2026-11-23T08:15:30.125Z\"}",
            "{\"type\":\"step-dropped\",\"step\":\"tracked\",\"revision\":1,"
                + "\"at\":\"2026-11-23T08:15:30Z\"}")) {
      assertThatThrownBy(() -> decoded(damaged))
          .describedAs(damaged)
          .isInstanceOf(JournalException.class)
          .message()
          .startsWith("unreadable event: ")
          .hasLineCount(1);
    }
  }

  @Test
  void refusesAnEventOfAFlowThatNobodyKnows() {
    EventCodec<OrderEvent> without =
        EventCodec.orders(() -> new Flows(List.of(Samples.parcel(2)), List.of()));
    assertThatThrownBy(() -> without.decode(CODEC.encode(EventSamples.PLACED)))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("flow parcel of version 1 is unknown");
  }

  @Test
  void neverStoresThatSomethingIsUnreadable() {
    assertThatThrownBy(() -> CODEC.encode(new OrderEvent.Unreadable("why", Samples.AT)))
        .isInstanceOf(JournalException.class);
  }

  private static OrderEvent decoded(String stored) {
    return CODEC.decode(stored.getBytes(UTF_8));
  }
}
