package dev.crossdock.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** One order of the baselines on its way: three calls at once, then one after the other. */
final class BaselineErrand {
  private static final List<Desk> AT_ONCE = List.of(Desk.ADDRESS, Desk.CUSTOMER, Desk.INVENTORY);
  private static final List<Desk> IN_TURN =
      List.of(Desk.PAYMENT, Desk.RATES, Desk.BOOKING, Desk.NOTIFICATION);

  private final BaselineOrder order;
  private final BaselineStore store;
  private final BaselinePartners partners;
  private final ExecutorService calls;

  BaselineErrand(
      BaselineOrder order, BaselineStore store, BaselinePartners partners, ExecutorService calls) {
    this.order = order;
    this.store = store;
    this.partners = partners;
    this.calls = calls;
  }

  /** Returns when the order is done. */
  void run() throws Exception {
    List<Desk> open = AT_ONCE.stream().filter(step -> !order.has(step)).toList();
    List<Future<String>> answers = new ArrayList<>();
    for (Desk step : open.subList(Math.min(1, open.size()), open.size())) {
      answers.add(calls.submit(() -> make(step)));
    }
    if (!open.isEmpty()) {
      order.answers().put(open.getFirst(), make(open.getFirst()));
    }
    for (int i = 0; i < answers.size(); i++) {
      order.answers().put(open.get(i + 1), answers.get(i).get());
    }
    for (Desk step : IN_TURN) {
      if (!order.has(step)) {
        order.answers().put(step, make(step));
      }
    }
  }

  private String make(Desk step) throws Exception {
    JsonNode answer = partners.call(step, order);
    String said = said(step, answer);
    store.done(order, step, said);
    return said;
  }

  /** What is kept of an answer. */
  private static String said(Desk step, JsonNode answer) {
    return switch (step) {
      case ADDRESS, CUSTOMER -> answer.path("verdict").asText();
      case INVENTORY -> answer.path("reservationId").asText();
      case PAYMENT -> answer.path("authorizationId").asText();
      case RATES -> answer.path("rates").path(0).path("rateId").asText();
      case BOOKING -> answer.path("bookingId").asText();
      case NOTIFICATION -> answer.path("notificationId").asText();
    };
  }
}
