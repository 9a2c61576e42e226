package dev.crossdock.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crossdock.api.problem.FaultCode;
import dev.crossdock.flow.LedgerEntry;
import dev.crossdock.flow.Milestone;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepState;
import dev.crossdock.order.Hold;
import dev.crossdock.order.OrderStatus;
import dev.crossdock.order.PaymentStatus;
import dev.crossdock.order.ShipmentStatus;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.TrackingStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The document and the routes say the same. That answers do is held wherever a test gets one. */
class DocumentTest {
  private final Bench bench = new Bench();

  @Test
  void everyRouteIsInTheDocumentAndTheOtherWayRound() {
    List<String> routes =
        bench.api.endpoints().stream()
            .map(it -> it.method().value() + " " + it.template())
            .toList();
    assertThat(Contract.operations()).containsExactlyInAnyOrderElementsOf(routes);
  }

  @Test
  void everyParameterIsInTheDocumentAndTheOtherWayRound() {
    for (Endpoint endpoint : bench.api.endpoints()) {
      assertThat(documented(endpoint, "query"))
          .as(endpoint.template())
          .containsExactlyInAnyOrderElementsOf(endpoint.parameters());
      assertThat(documented(endpoint, "path"))
          .as(endpoint.template())
          .containsExactlyElementsOf(
              Endpoint.segments(endpoint.template()).stream()
                  .filter(part -> part.startsWith("{"))
                  .map(part -> part.substring(1, part.length() - 1))
                  .toList());
    }
  }

  @Test
  void everyOperationHasANameOfItsOwnAndAnswersInTheFormsThatItsRouteHas() {
    List<String> names = new ArrayList<>();
    for (Endpoint endpoint : bench.api.endpoints()) {
      JsonNode operation = Contract.operation(endpoint.method().value(), endpoint.template());
      names.add(operation.get("operationId").asText());
      JsonNode content = operation.at("/responses/200/content");
      if (!content.isMissingNode()) {
        assertThat(content.fieldNames())
            .toIterable()
            .containsExactlyInAnyOrderElementsOf(endpoint.produces());
      }
    }
    assertThat(names).doesNotHaveDuplicates();
  }

  static Stream<Arguments> words() {
    return Stream.of(
        Arguments.of("Order/properties/status", names(OrderStatus.values())),
        Arguments.of("Order/properties/paymentStatus", names(PaymentStatus.values())),
        Arguments.of("Hold/properties/reason", names(Hold.Reason.values())),
        Arguments.of("Hold/properties/blocks/items", names(Hold.Block.values())),
        Arguments.of("ShipmentStatus", names(ShipmentStatus.values())),
        Arguments.of("TrackingStatus", names(TrackingStatus.values())),
        Arguments.of("StepName", Arrays.stream(Step.values()).map(Step::label).toList()),
        Arguments.of("Step/properties/milestone", names(Milestone.values())),
        Arguments.of("Debt/properties/kind", names(LedgerEntry.Kind.values())),
        Arguments.of(
            "Shipment/properties/fulfillmentStatus", names(Answer.FulfillmentStatus.values())),
        Arguments.of(
            "Problem/properties/errors/items/properties/code",
            Arrays.stream(FaultCode.values()).map(FaultCode::label).toList()));
  }

  @ParameterizedTest
  @MethodSource("words")
  void theDocumentKnowsEveryWord(String where, List<String> words) {
    assertThat(enumOf(where)).containsExactlyInAnyOrderElementsOf(words);
  }

  @Test
  void aStepIsShownAsRunningThatIsReady() {
    List<String> shown = new ArrayList<>(names(StepState.values()));
    shown.add("RUNNING");
    assertThat(enumOf("Step/properties/state")).containsExactlyInAnyOrderElementsOf(shown);
  }

  @Test
  void anAnswerThatIsNotAsDocumentedIsFound() {
    JsonNode schema = Contract.root().at("/components/schemas/Money");
    assertThat(Contract.faults(schema, AnyBody.read("{\"amount\":1,\"currency\":\"EUR\"}")))
        .isNotEmpty();
    assertThat(Contract.faults(schema, AnyBody.read("{\"amount\":\"1\",\"currency\":\"EUR\"}")))
        .isEmpty();
  }

  private static List<String> enumOf(String where) {
    List<String> words = new ArrayList<>();
    Contract.root()
        .at("/components/schemas/" + where)
        .get("enum")
        .forEach(w -> words.add(w.asText()));
    return words;
  }

  private static List<String> names(Enum<?>... constants) {
    return Arrays.stream(constants).map(Enum::name).toList();
  }

  private static List<String> documented(Endpoint endpoint, String in) {
    List<String> names = new ArrayList<>();
    JsonNode path = Contract.root().get("paths").get(endpoint.template());
    for (JsonNode owner :
        List.of(path, Contract.operation(endpoint.method().value(), endpoint.template()))) {
      for (JsonNode parameter : owner.path("parameters")) {
        JsonNode resolved = Contract.resolved(parameter);
        if (resolved.get("in").asText().equals(in)) {
          names.add(resolved.get("name").asText());
        }
      }
    }
    return names;
  }
}
