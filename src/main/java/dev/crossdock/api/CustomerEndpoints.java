package dev.crossdock.api;

import dev.crossdock.api.problem.ProblemException;
import dev.crossdock.api.problem.ProblemType;
import dev.crossdock.api.write.ErasureJson;
import dev.crossdock.erasure.Erasure;
import dev.crossdock.erasure.Erasures;
import dev.crossdock.order.OrderStatus;
import dev.crossdock.trade.OrderId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;

/** Forgets customers. */
final class CustomerEndpoints {
  private static final String ALL = "/v1/customers/{customerId}/personal-data";
  private static final int NAMED_MAX = 20;

  private final Erasures erasures;

  CustomerEndpoints(Erasures erasures) {
    this.erasures = erasures;
  }

  List<Endpoint> all() {
    return List.of(
        Endpoint.delete(ALL, this::erase), Endpoint.get(ALL + "/erasure", this::certificate));
  }

  private CompletionStage<HttpResponse> erase(Exchange exchange) {
    return erasures
        .erase(Merchants.of(exchange), exchange.variable("customerId"))
        .thenApply(CustomerEndpoints::answer);
  }

  private CompletionStage<HttpResponse> certificate(Exchange exchange) {
    return erasures
        .last(Merchants.of(exchange), exchange.variable("customerId"))
        .thenApply(
            found ->
                Replies.json(
                    StatusCodes.OK.intValue(),
                    ErasureJson.of(
                        found.orElseThrow(() -> unknown("nothing of this customer was erased")),
                        List.of())));
  }

  private static HttpResponse answer(Erasure erasure) {
    return switch (erasure) {
      case Erasure.Done done ->
          Replies.json(
              StatusCodes.OK.intValue(), ErasureJson.of(done.certificate(), done.inClear()));
      case Erasure.StillNeeded(var orders) ->
          throw Refusals.problem(ProblemType.CUSTOMER_HAS_OPEN_ORDERS, named(orders));
      case Erasure.Nothing(var inClear) when inClear.isEmpty() ->
          throw unknown("no order of such a customer is known");
      case Erasure.Nothing(var inClear) ->
          throw Refusals.problem(ProblemType.PERSONAL_DATA_NOT_SEALED, named(inClear));
    };
  }

  private static ProblemException unknown(String detail) {
    return Refusals.problem(ProblemType.CUSTOMER_NOT_FOUND, detail);
  }

  private static String named(SortedMap<String, OrderStatus> orders) {
    return some(orders.entrySet().stream().map(CustomerEndpoints::named).toList());
  }

  private static String named(Map.Entry<String, OrderStatus> order) {
    return order.getKey() + " is " + order.getValue();
  }

  private static String named(List<OrderId> inClear) {
    return some(inClear.stream().map(OrderId::value).toList());
  }

  private static String some(List<String> names) {
    int more = names.size() - NAMED_MAX;
    return names.stream().limit(NAMED_MAX).collect(Collectors.joining(", "))
        + (more > 0 ? ", and " + more + " more" : "");
  }
}
