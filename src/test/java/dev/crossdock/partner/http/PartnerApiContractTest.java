package dev.crossdock.partner.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossdock.partner.Ask;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.PartnerCall;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every request written and every answer read against the partner API's document. */
class PartnerApiContractTest {
  private static final PartnerApi API = PartnerApi.load();

  static Stream<PartnerCall> calls() {
    Stream<PartnerCall> lookUps =
        Asks.ALL.stream().filter(Ask.Acquiring.class::isInstance).map(Asks::toLookUp);
    return Stream.concat(Asks.ALL.stream().map(Asks::toDo), lookUps);
  }

  @Test
  void speaksEveryOperation() {
    assertThat(calls().map(call -> operationOf(call).id()).collect(Collectors.toSet()))
        .isEqualTo(
            API.operations().stream().map(PartnerApi.Operation::id).collect(Collectors.toSet()))
        .isEqualTo(Answers.FULL.keySet());
  }

  @ParameterizedTest
  @MethodSource("calls")
  void sendsTheParametersThatTheOperationHas(PartnerCall call) {
    HttpAsk ask = AskWriter.write(call);
    Set<String> sent = new TreeSet<>();
    if (ask.idempotencyKey() != null) {
      sent.add("Idempotency-Key");
    }
    if (ask.path().contains("?reference=")) {
      sent.add("reference");
    }

    assertThat(sent).isEqualTo(API.parametersOf(operationOf(call)));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void sendsABodyThatFitsItsSchema(PartnerCall call) {
    JsonNode schema = API.requestOf(operationOf(call));
    ObjectNode body = AskWriter.write(call).body();

    if (body == null) {
      assertThat(schema.isMissingNode()).isTrue();
    } else {
      assertThat(API.faults(schema, Json.read(Json.bytes(body)))).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  void readsAnAnswerWithAllItsFields(PartnerCall call) {
    JsonNode answer = fullAnswer(call);

    assertThat(API.faults(API.answerOf(operationOf(call)), answer)).isEmpty();
    assertThat(read(call, answer)).isInstanceOf(Outcome.Succeeded.class);
  }

  /** The schema and the reader must agree on which fields an answer cannot do without. */
  @ParameterizedTest
  @MethodSource("calls")
  void doesWithoutAFieldExactlyWhenTheSchemaDoes(PartnerCall call) {
    JsonNode schema = API.answerOf(operationOf(call));
    assertThat(withoutOneField(fullAnswer(call)))
        .isNotEmpty()
        .allSatisfy(
            answer ->
                assertThat(read(call, answer) instanceof Outcome.Succeeded)
                    .as("%s", answer)
                    .isEqualTo(API.faults(schema, answer).isEmpty()));
  }

  /** A field of another type is garbage, an unknown field is nothing. */
  @ParameterizedTest
  @MethodSource("calls")
  void refusesAFieldOfAnotherTypeWhenTheSchemaDoes(PartnerCall call) {
    JsonNode schema = API.answerOf(operationOf(call));
    List<JsonNode> wrong =
        variants(fullAnswer(call), (object, field) -> object.putArray(field).add(true));
    assertThat(wrong)
        .isNotEmpty()
        .allSatisfy(
            answer -> {
              assertThat(API.faults(schema, answer)).as("%s", answer).isNotEmpty();
              assertThat(read(call, answer))
                  .isInstanceOfSatisfying(
                      Outcome.Unanswered.class,
                      outcome -> assertThat(outcome.reason()).startsWith("garbage: "));
            });
    List<JsonNode> unknown =
        variants(fullAnswer(call), (object, field) -> object.putArray("x-" + field).add(1));
    assertThat(unknown)
        .allSatisfy(answer -> assertThat(read(call, answer)).isInstanceOf(Outcome.Succeeded.class));
  }

  private static PartnerApi.Operation operationOf(PartnerCall call) {
    HttpAsk ask = AskWriter.write(call);
    return API.operationAt(ask.method(), ask.path());
  }

  private static JsonNode fullAnswer(PartnerCall call) {
    String text = Answers.of(operationOf(call).id());
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Outcome read(PartnerCall call, JsonNode answer) {
    Buffer body = Buffer.buffer(answer.toString());
    return OutcomeReader.read(
        call, "acme", new HttpAnswer(200, "OK", null, null, body), Instant.EPOCH);
  }

  private static List<JsonNode> withoutOneField(JsonNode answer) {
    return variants(answer, ObjectNode::remove);
  }

  /** The answer once for each field of it, at any depth, with that field changed. */
  private static List<JsonNode> variants(JsonNode answer, Change change) {
    List<JsonNode> variants = new ArrayList<>();
    int fields = fieldsOf(answer).size();
    for (int i = 0; i < fields; i++) {
      JsonNode copy = answer.deepCopy();
      fieldsOf(copy).get(i).accept(change);
      variants.add(copy);
    }
    return variants;
  }

  private static List<Consumer<Change>> fieldsOf(JsonNode node) {
    List<Consumer<Change>> fields = new ArrayList<>();
    if (node instanceof ObjectNode object) {
      List<String> names = new ArrayList<>(object.propertyStream().map(e -> e.getKey()).toList());
      names.sort(Comparator.naturalOrder());
      names.forEach(name -> fields.add(change -> change.apply(object, name)));
    }
    node.forEach(child -> fields.addAll(fieldsOf(child)));
    return fields;
  }

  /** Changes one field of an object. */
  private interface Change {
    void apply(ObjectNode object, String field);
  }
}
