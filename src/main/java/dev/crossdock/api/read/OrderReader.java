package dev.crossdock.api.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crossdock.api.problem.FaultCode;
import dev.crossdock.flow.Flow;
import dev.crossdock.flow.Flows;
import dev.crossdock.order.OrderContent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads an order from the body of {@code POST /v1/orders}. */
public final class OrderReader {
  /** The flow of orders that name none. */
  public static final String FLOW_BY_DEFAULT = "parcel";

  private final Flows flows;

  public OrderReader(Flows flows) {
    this.flows = flows;
  }

  /**
   * The order that the body asks for.
   *
   * @throws dev.crossdock.api.problem.ProblemException with all faults of the body
   */
  public OrderRequest read(byte[] body) {
    JsonNode json = StrictJson.parse(body);
    Faults faults = new Faults();
    Members order = Members.of(json, "", faults);
    Optional<OrderRequest> request = Optional.ofNullable(order).flatMap(o -> read(o, json));
    faults.refuseIfAny();
    return request.orElseThrow();
  }

  /** The same, of an object that is part of something larger; what is wrong is among its faults. */
  Optional<OrderRequest> read(Members order, JsonNode json) {
    OrderDraft draft = new OrderDraft(order);
    Flow flow = flow(order);
    order.refuseOthers();
    Optional<OrderContent> content = draft.content();
    return flow == null
        ? Optional.empty()
        : content.map(it -> new OrderRequest(it, flow, Fingerprint.of(json)));
  }

  private @Nullable Flow flow(Members order) {
    String name = order.text("flow", Rules.ID);
    Optional<Flow> flow = flows.named(name == null ? FLOW_BY_DEFAULT : name);
    if (flow.isEmpty()) {
      order.fault("flow", FaultCode.UNKNOWN_FLOW, "is none of " + flows.names());
    }
    return flow.orElse(null);
  }
}
