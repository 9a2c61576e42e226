package dev.crossdock.api.problem;

import java.util.Arrays;
import java.util.Optional;

/** Every kind of problem that the API answers with; each has a page at {@link #uri()}. */
public enum ProblemType {
  MALFORMED_JSON(
      400,
      "The body is not JSON",
      "The body must be one JSON value in UTF-8, no member twice, nothing behind it, nested no"
          + " deeper than 32."),
  UNKNOWN_FIELD(
      400,
      "The body has a field that is not known",
      "Fields that are not in the API's document are refused rather than ignored, so that a typing"
          + " error is noticed. Each is listed in errors."),
  INVALID_REQUEST(
      400,
      "The body cannot be read",
      "A value has another JSON type than is expected at its place: a text where a number belongs,"
          + " say. Numbers are not read from texts, nor whole numbers from fractions."),
  INVALID_HEADER(400, "A header cannot be read", "Its detail names the header and what it may be."),
  INVALID_PARAMETER(
      400,
      "A query parameter cannot be read",
      "Parameters that are not known are refused; its detail names the parameter. All that are"
          + " wrong are listed in errors, with the pointer that each had if the query were JSON."),
  INVALID_CURSOR(
      400,
      "The cursor does not belong to this list",
      "A cursor goes on with the list that gave it, with the same filters; only limit may differ."
          + " Begin again without one."),
  BAD_HTTP(
      400,
      "This is not an HTTP request",
      "The request breaks the rules of HTTP; its detail says where."),
  CALLBACK_TOO_OLD(
      400,
      "The callback was not signed just now",
      "The timestamp of a callback may be five minutes off at most, before or after. Sign it anew"
          + " and send it again."),
  SIGNATURE_INVALID(
      401,
      "The signature does not fit",
      "Callbacks are signed as the Standard Webhooks specification says, with the secret agreed"
          + " upon: headers webhook-id, webhook-timestamp and webhook-signature."),
  CALLBACKS_NOT_ENABLED(
      403,
      "This partner may not call back",
      "No secret is agreed upon with the partner, so nothing it sends could be believed."),
  NOT_FOUND(404, "There is nothing here", "No resource has this path."),
  ORDER_NOT_FOUND(404, "No such order", "No order was ever placed under this id."),
  ORDER_NOT_THEN(
      404,
      "The order was not at that point",
      "It had not been placed by that time, or has not come to that version yet; its detail says"
          + " which."),
  CUSTOMER_NOT_FOUND(
      404,
      "No such customer",
      "No order of a customer with this id is known, or nothing of theirs was ever erased; its"
          + " detail says which."),
  SHIPMENT_NOT_FOUND(404, "No such shipment", "No order has a shipment with this id."),
  PARTNER_NOT_FOUND(404, "No such partner", "No partner is configured under this name."),
  WEBHOOK_ENDPOINT_NOT_FOUND(
      404, "No such webhook endpoint", "No endpoint is registered under this id."),
  WEBHOOK_MESSAGE_NOT_FOUND(
      404,
      "No such webhook message",
      "No message has this id, or it is so old that it is not kept any more."),
  METHOD_NOT_ALLOWED(405, "Not with this method", "The header Allow lists those that are."),
  NOT_ACCEPTABLE(
      406,
      "Not to be had in this form",
      "The header Accept rules out every form that the resource is to be had in."),
  REQUEST_TIMEOUT(
      408,
      "The request did not arrive in time",
      "The head of a request and its body each have to arrive within a deadline."),
  POINT_OF_NO_RETURN(
      409,
      "Too late to cancel",
      "The goods are packed or further on their way. Nothing was changed; they may be returned."),
  ORDER_ALREADY_TERMINAL(
      409, "The order is over already", "It has come to its end; nothing was changed."),
  ORDER_QUARANTINED(
      409,
      "The order is quarantined",
      "Its journal cannot be trusted; nothing is done until somebody has looked at it."),
  CUSTOMER_HAS_OPEN_ORDERS(
      409,
      "The customer has orders on their way",
      "They are named in detail, and still need to know where they go and whom to tell. Nothing was"
          + " erased. Cancel them, or ask again once they are delivered; an order that is"
          + " quarantined has to be looked at first."),
  PERSONAL_DATA_NOT_SEALED(
      409,
      "There is nothing that could be erased",
      "The orders that are named in detail were stored before personal data was sealed, and what is"
          + " stored is never changed. See docs/operations.md."),
  TOO_MANY_WEBHOOK_ENDPOINTS(
      409, "No further webhook endpoint", "Delete one that is not needed any more first."),
  PAYLOAD_TOO_LARGE(413, "The body is too large", "Its detail says how large it may be."),
  URI_TOO_LONG(414, "The URI is too long", "Its detail says how long it may be."),
  UNSUPPORTED_MEDIA_TYPE(
      415,
      "Not in this form",
      "The body must be of the media type in the header Accept, in UTF-8, without a content"
          + " coding."),
  EXPECTATION_FAILED(417, "This expectation is not met", "Only 100-continue can be expected."),
  VALIDATION_FAILED(
      422,
      "The body was read, and is not acceptable",
      "Each fault is listed in errors with a JSON pointer to its place. Nothing was stored."),
  TOTAL_MISMATCH(
      422,
      "The total does not agree",
      "The total is the sum of the lines, shipping and tax, less the discount. It need not be"
          + " sent; if it is, it must be that."),
  IDEMPOTENCY_KEY_REUSED(
      422,
      "The idempotency key was used for another request",
      "An order was placed under this key with another body. Nothing was stored."),
  HEADER_TOO_LARGE(431, "The header is too large", "Its detail says how large it may be."),
  INTERNAL_ERROR(
      500,
      "Something is broken here",
      "It is logged under the id in requestId. Asking again with the same key is safe."),
  NOT_IMPLEMENTED(501, "This is not known here", "Its detail says what."),
  UNAVAILABLE(
      503,
      "Nobody can tell just now",
      "What was asked may or may not be done. Ask again after the time in Retry-After, with the"
          + " same idempotency key: that is safe."),
  OVERLOADED(
      503,
      "More comes in than can be done",
      "Nothing was stored. Retry-After says when there is room for it, as far as can be told now."),
  HTTP_VERSION_NOT_SUPPORTED(505, "Not in this version of HTTP", "HTTP/1.1 is spoken here.");

  private final int status;
  private final String title;
  private final String explanation;

  ProblemType(int status, String title, String explanation) {
    this.status = status;
    this.title = title;
    this.explanation = explanation;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** What it means and what to do about it, for its page. */
  public String explanation() {
    return explanation;
  }

  /** The last part of its URI. */
  public String slug() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** A relative URI that resolves to its page. */
  public String uri() {
    return "/problems/" + slug();
  }

  public static Optional<ProblemType> ofSlug(String slug) {
    return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
  }
}
