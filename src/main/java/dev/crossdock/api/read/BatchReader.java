package dev.crossdock.api.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Reads a line of a batch: an order, and the idempotency key that it may have. */
public final class BatchReader {
  private final OrderReader orders;

  public BatchReader(OrderReader orders) {
    this.orders = orders;
  }

  /**
   * What the line asks for. Pointers of faults begin at the line, so those of the order with {@code
   * /order}.
   *
   * @throws dev.crossdock.api.problem.ProblemException with all faults of the line
   */
  public BatchLine read(byte[] line) {
    JsonNode json = StrictJson.parse(line);
    Faults faults = new Faults();
    Optional<BatchLine> read =
        Optional.ofNullable(Members.of(json, "", faults)).flatMap(it -> read(it, json));
    faults.refuseIfAny();
    return read.orElseThrow();
  }

  private Optional<BatchLine> read(Members line, JsonNode json) {
    Optional<String> key =
        Optional.ofNullable(line.need("order").text("idempotencyKey", Rules.KEY));
    Optional<OrderRequest> order =
        Optional.ofNullable(line.object("order")).flatMap(it -> orders.read(it, json.get("order")));
    line.refuseOthers();
    return order.map(it -> new BatchLine(key, it));
  }
}
