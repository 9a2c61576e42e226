package dev.crossdock.simulator;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/** What is no partner: the ledger, the faults, where callbacks go, and the partner API itself. */
final class Control {

  private static final TypeReference<List<FaultRule>> RULES = new TypeReference<>() {};

  private final Book book;
  private final Faults faults;
  private final Courier courier;
  private final String openApi = readOpenApi();

  Control(Book book, Faults faults, Courier courier) {
    this.book = book;
    this.faults = faults;
    this.courier = courier;
  }

  /** The answer, if the request is for one of these. */
  Optional<HttpResponse> answer(Incoming incoming) {
    return switch (incoming.method() + " /" + String.join("/", incoming.segments())) {
      case "GET /openapi.yaml" ->
          Optional.of(HttpResponse.create().withEntity(ContentTypes.TEXT_PLAIN_UTF8, openApi));
      case "GET /_control/ledger" -> ok(ledger(incoming).toJson());
      case "GET /_control/faults" -> ok(Json.tree(faults.rules()));
      case "PUT /_control/faults" -> ok(setFaults(rules(incoming)));
      case "DELETE /_control/faults" -> ok(setFaults(List.of()));
      case "GET /_control/callbacks" -> ok(Json.tree(book.outbox()));
      case "PUT /_control/callbacks" -> ok(sendTo(new Body(incoming.json()).text("baseUrl")));
      default -> Optional.empty();
    };
  }

  private static Optional<HttpResponse> ok(JsonNode body) {
    return Optional.of(Answers.of(Reply.of(200, body)));
  }

  private Ledger ledger(Incoming incoming) {
    return incoming.query("orderId").map(book.ledger()::forOrder).orElseGet(book::ledger);
  }

  private JsonNode sendTo(String baseUrl) {
    try {
      courier.sendTo(baseUrl);
      return Json.object().put("baseUrl", baseUrl);
    } catch (IllegalStateException e) {
      throw Refusal.conflict("no-callback-secret", String.valueOf(e.getMessage()));
    }
  }

  private static List<FaultRule> rules(Incoming incoming) {
    try {
      return Json.MAPPER.convertValue(incoming.json(), RULES);
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid("no list of faults: " + e.getMessage());
    }
  }

  private JsonNode setFaults(List<FaultRule> rules) {
    try {
      faults.set(rules);
      return Json.tree(rules);
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid(String.valueOf(e.getMessage()));
    }
  }

  private static String readOpenApi() {
    try (InputStream stream = Control.class.getResourceAsStream("/partner-api.yaml")) {
      if (stream == null) {
        throw new IllegalStateException("partner-api.yaml is not on the class path");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
