package dev.crossdock.claim;

import dev.crossdock.partner.Update;

/**
 * A partner's callback, as it came.
 *
 * @param merchant whose orders it may concern
 * @param id the partner's name for the message: the same when it is sent again
 */
public record Callback(String merchant, String partner, String id, Update update) {

  /** What it is about. */
  public Subject about() {
    return new Subject(merchant, partner, update.subject());
  }
}
