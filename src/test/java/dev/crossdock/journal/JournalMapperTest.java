package dev.crossdock.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crossdock.flow.CallId;
import dev.crossdock.flow.Flow;
import dev.crossdock.flow.Step;
import dev.crossdock.order.Directive;
import dev.crossdock.order.OrderCommand;
import dev.crossdock.order.OrderReply;
import dev.crossdock.partner.Update;
import dev.crossdock.shipment.ShipmentCommand;
import dev.crossdock.shipment.ShipmentReply;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What nodes say to each other is understood as it was meant. */
class JournalMapperTest {
  private static final ObjectMapper MAPPER = JournalMapper.create(() -> Samples.FLOWS);

  static Stream<Arguments> messages() {
    return Stream.of(
            WireSamples.ORDER_COMMANDS.stream().map(m -> Arguments.of(OrderCommand.class, m)),
            WireSamples.ORDER_REPLIES.stream().map(m -> Arguments.of(OrderReply.class, m)),
            WireSamples.SHIPMENT_COMMANDS.stream().map(m -> Arguments.of(ShipmentCommand.class, m)),
            WireSamples.SHIPMENT_REPLIES.stream().map(m -> Arguments.of(ShipmentReply.class, m)),
            WireSamples.UPDATES.stream().map(m -> Arguments.of(Update.class, m)),
            Stream.of(Arguments.of(Directive.class, WireSamples.DIRECTIVE)))
        .flatMap(s -> s);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void readsBackWhatItWrote(Class<?> type, Object message) throws JsonProcessingException {
    assertThat((Object) MAPPER.readValue(MAPPER.writeValueAsString(message), type))
        .isEqualTo(message);
  }

  @Test
  void writesEqualSetsAndMapsAlike() throws JsonProcessingException {
    assertThat(MAPPER.writeValueAsString(WireSamples.DIRECTIVE))
        .contains("\"blockedBy\":[\"BOOK\",\"CAPTURE\"]");
    assertThat(MAPPER.writeValueAsString(EventSamples.CONTENT))
        .contains("{\"a\":\"b\",\"campaign\":\"xmas\",\"channel\":\"web\"}");
  }

  @Test
  void namesAFlowThatItWritesInFullOnlyForTheStore() throws JsonProcessingException {
    assertThat(MAPPER.writeValueAsString(Samples.PARCEL))
        .isEqualTo("{\"name\":\"parcel\",\"version\":1}");
    ObjectMapper values = JournalMapper.values(new ObjectMapper());
    assertThat(values.readValue(values.writeValueAsString(Samples.PARCEL), Flow.class))
        .isEqualTo(Samples.PARCEL);
  }

  @Test
  void writesASetThatHasNoOrderAsItComes() throws JsonProcessingException {
    Set<CallId> calls = Set.of(CallId.undo(Step.TRACK, 1), CallId.forward(Step.TRACK, 1));
    assertThat(
            MAPPER.<Set<CallId>>readValue(
                MAPPER.writeValueAsString(calls), new TypeReference<>() {}))
        .isEqualTo(calls);
  }
}
