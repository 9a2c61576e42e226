package dev.crossdock.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A pretend partner's no: it ends the handling of a call and becomes a problem document. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String type;
  private final String title;

  private Refusal(int status, String type, String title, String detail) {
    super(detail, null, false, false);
    this.status = status;
    this.type = type;
    this.title = title;
  }

  static Refusal invalid(String detail) {
    return new Refusal(400, "invalid-request", "The request is not valid", detail);
  }

  static Refusal unknown(String what, String id) {
    return new Refusal(404, "not-found", "There is no such thing", what + " " + id);
  }

  static Refusal conflict(String type, String detail) {
    return new Refusal(409, type, "It cannot be done as things stand", detail);
  }

  static Refusal unprocessable(String type, String detail) {
    return new Refusal(422, type, "It makes no sense", detail);
  }

  static Refusal of(int status, String type, String title, String detail) {
    return new Refusal(status, type, title, detail);
  }

  int status() {
    return status;
  }

  /** Whether the same call must be refused the same way for ever. */
  boolean isFinal() {
    return status == 402 || status == 409 || status == 422;
  }

  ObjectNode toJson() {
    return Json.object()
        .put("type", type)
        .put("title", title)
        .put("status", status)
        .put("detail", String.valueOf(getMessage()));
  }
}
