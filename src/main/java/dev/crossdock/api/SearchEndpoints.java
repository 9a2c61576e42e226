package dev.crossdock.api;

import dev.crossdock.api.problem.ProblemType;
import dev.crossdock.api.read.OrderListReader;
import dev.crossdock.api.read.OrderListRequest;
import dev.crossdock.api.write.ViewJson;
import dev.crossdock.view.Cursors;
import dev.crossdock.view.ListPlace;
import dev.crossdock.view.OrderQuery;
import dev.crossdock.view.Views;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.StatusCodes;
import org.jspecify.annotations.Nullable;

/** Lists orders, and counts them. */
final class SearchEndpoints {
  private final Views views;
  private final Cursors cursors;

  SearchEndpoints(Views views, Cursors cursors) {
    this.views = views;
    this.cursors = cursors;
  }

  List<Endpoint> all() {
    return List.of(
        Endpoint.get("/v1/orders", this::list)
            .with(OrderListReader.PARAMETERS.toArray(String[]::new)),
        Endpoint.get("/v1/stats", this::stats));
  }

  private CompletionStage<HttpResponse> list(Exchange exchange) {
    String merchant = Merchants.of(exchange);
    OrderListRequest request = OrderListReader.read(exchange.query());
    OrderQuery query =
        new OrderQuery(merchant, request.filter(), request.limit(), place(merchant, request));
    return views
        .orders(query)
        .thenApply(
            page -> {
              String next =
                  page.answer()
                      .next()
                      .map(place -> cursors.write(merchant, query.filter(), place))
                      .orElse(null);
              return Replies.json(StatusCodes.OK.intValue(), ViewJson.page(page, next));
            });
  }

  private CompletionStage<HttpResponse> stats(Exchange exchange) {
    return views
        .stats(Merchants.of(exchange))
        .thenApply(stats -> Replies.json(StatusCodes.OK.intValue(), ViewJson.stats(stats)));
  }

  private @Nullable ListPlace place(String merchant, OrderListRequest request) {
    return request.cursor() == null
        ? null
        : cursors
            .read(merchant, request.filter(), request.cursor())
            .orElseThrow(
                () ->
                    Refusals.problem(
                        ProblemType.INVALID_CURSOR, "it was not given for these filters"));
  }
}
