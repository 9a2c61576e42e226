package dev.crossdock.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.claim.ClaimEvent;
import dev.crossdock.flow.StepEvent;
import dev.crossdock.order.OrderCommand;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.OrderReply;
import dev.crossdock.order.OrderState;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Update;
import dev.crossdock.shipment.ShipmentCommand;
import dev.crossdock.shipment.ShipmentEvent;
import dev.crossdock.shipment.ShipmentReply;
import dev.crossdock.shipment.ShipmentState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is forgotten: each kind of each sealed type has a name and a sample. */
class SamplesTest {
  private static final Map<Class<?>, List<?>> SAMPLES =
      Map.ofEntries(
          Map.entry(OrderEvent.class, EventSamples.ORDERS),
          Map.entry(ShipmentEvent.class, EventSamples.SHIPMENTS),
          Map.entry(ClaimEvent.class, EventSamples.CLAIMS),
          Map.entry(StepEvent.class, EventSamples.STEPS),
          Map.entry(Answer.class, Samples.ANSWERS),
          Map.entry(Update.class, Samples.UPDATES),
          Map.entry(Outcome.class, WireSamples.OUTCOMES),
          Map.entry(OrderCommand.class, WireSamples.ORDER_COMMANDS),
          Map.entry(OrderReply.class, WireSamples.ORDER_REPLIES),
          Map.entry(OrderState.class, WireSamples.ORDER_STATES),
          Map.entry(ShipmentCommand.class, WireSamples.SHIPMENT_COMMANDS),
          Map.entry(ShipmentReply.class, WireSamples.SHIPMENT_REPLIES),
          Map.entry(ShipmentState.class, WireSamples.SHIPMENT_STATES));

  private static final Set<Class<?>> NEVER_STORED =
      Set.of(
          OrderEvent.Unreadable.class, ShipmentEvent.Unreadable.class, ClaimEvent.Unreadable.class);

  static Stream<Names<?>> tables() {
    return Stream.concat(StoredNames.all().stream(), WireNames.all().stream());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyKindHasAName(Names<?> names) {
    Stream<Class<?>> named = names.kinds().stream().map(Kind::form);
    Stream<Class<?>> wrapped = names.wrapper().<Class<?>>map(w -> w).stream();
    assertThat(Stream.concat(named, wrapped).filter(names.type()::isAssignableFrom))
        .containsExactlyInAnyOrderElementsOf(kinds(names));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyKindHasASample(Names<?> names) {
    Set<Class<?>> sampled =
        SAMPLES.getOrDefault(names.type(), List.of()).stream()
            .map(Object::getClass)
            .collect(Collectors.toSet());
    assertThat(sampled).containsExactlyInAnyOrderElementsOf(kinds(names));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyNameIsInKebabCase(Names<?> names) {
    assertThat(new TreeSet<>(names.kinds().stream().map(Kind::name).toList()))
        .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
  }

  private static List<Class<?>> kinds(Names<?> names) {
    return Arrays.stream(names.type().getPermittedSubclasses())
        .<Class<?>>map(kind -> kind)
        .filter(kind -> !NEVER_STORED.contains(kind))
        .toList();
  }
}
