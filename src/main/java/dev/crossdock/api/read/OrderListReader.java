package dev.crossdock.api.read;

import dev.crossdock.api.problem.Fault;
import dev.crossdock.api.problem.FaultCode;
import dev.crossdock.api.problem.Problem;
import dev.crossdock.api.problem.ProblemType;
import dev.crossdock.flow.Step;
import dev.crossdock.order.Hold;
import dev.crossdock.order.OrderStatus;
import dev.crossdock.view.OrderFilter;
import dev.crossdock.view.OrderQuery;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of {@code GET /v1/orders}. */
public final class OrderListReader {
  /** Its parameters. */
  public static final List<String> PARAMETERS =
      List.of(
          "status",
          "reference",
          "customerId",
          "hold",
          "step",
          "partner",
          "createdAfter",
          "createdBefore",
          "limit",
          "cursor");

  private static final int LIMIT_BY_DEFAULT = 50;
  private static final Rule WORD = Rule.text(255);

  private final Map<String, String> query;
  private final List<Fault> faults = new ArrayList<>();

  private OrderListReader(Map<String, String> query) {
    this.query = query;
  }

  /**
   * What the query asks for.
   *
   * @param query parameters, each once
   * @throws dev.crossdock.api.problem.ProblemException with all that is wrong with it
   */
  public static OrderListRequest read(Map<String, String> query) {
    return new OrderListReader(query).read();
  }

  private OrderListRequest read() {
    OrderFilter filter =
        new OrderFilter(
            statuses(),
            text("reference"),
            text("customerId"),
            oneOf("hold", Arrays.stream(Hold.Reason.values()).map(Enum::name).toList()),
            oneOf("step", Arrays.stream(Step.values()).map(Step::label).toList()),
            text("partner"),
            instant("createdAfter"),
            instant("createdBefore"));
    OrderListRequest request = new OrderListRequest(filter, limit(), query.get("cursor"));
    if (!faults.isEmpty()) {
      String detail = faults.size() == 1 ? told(faults.getFirst()) : faults.size() + " faults";
      throw new Problem(ProblemType.INVALID_PARAMETER, detail, faults, Map.of()).asException();
    }
    return request;
  }

  private static String told(Fault fault) {
    return fault.pointer().substring(1) + " " + fault.detail();
  }

  /** One or several, with commas between them. */
  private Set<OrderStatus> statuses() {
    Set<OrderStatus> statuses = EnumSet.noneOf(OrderStatus.class);
    String text = query.get("status");
    if (text != null) {
      for (String name : text.split(",", -1)) {
        Arrays.stream(OrderStatus.values())
            .filter(status -> status.name().equals(name))
            .findFirst()
            .ifPresentOrElse(
                statuses::add, () -> isNoneOf("status", Arrays.asList(OrderStatus.values())));
      }
    }
    return statuses;
  }

  private @Nullable String text(String name) {
    String text = query.get(name);
    if (text != null) {
      WORD.breach(text).ifPresent(it -> fault(name, it.code(), it.detail()));
    }
    return text;
  }

  private @Nullable String oneOf(String name, Collection<String> all) {
    String text = query.get(name);
    if (text != null && !all.contains(text)) {
      isNoneOf(name, all);
    }
    return text;
  }

  private @Nullable Instant instant(String name) {
    String text = query.get(name);
    if (text == null) {
      return null;
    }
    var breach = Times.TIME.breach(text);
    if (breach.isEmpty()) {
      try {
        return OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeException e) {
        fault(name, FaultCode.DATE_TIME, "is a time that there never is");
        return null;
      }
    }
    fault(name, FaultCode.DATE_TIME, Times.TIME.detail());
    return null;
  }

  private int limit() {
    String text = query.getOrDefault("limit", Integer.toString(LIMIT_BY_DEFAULT));
    int limit = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    if (limit < 1) {
      fault("limit", FaultCode.MINIMUM, "is not a number from 1 to " + OrderQuery.LIMIT_MAX);
    } else if (limit > OrderQuery.LIMIT_MAX) {
      fault("limit", FaultCode.MAXIMUM, "is more than " + OrderQuery.LIMIT_MAX);
    }
    return limit;
  }

  private void isNoneOf(String name, Collection<?> all) {
    fault(name, FaultCode.ENUM, "is none of " + all);
  }

  private void fault(String name, FaultCode code, String detail) {
    faults.add(new Fault("/" + name, code, detail));
  }
}
