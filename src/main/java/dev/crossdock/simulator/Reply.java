package dev.crossdock.simulator;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a pretend partner answers.
 *
 * @param status of HTTP; 400 and above makes the body a problem document
 */
record Reply(int status, String body) {

  static Reply of(int status, JsonNode body) {
    return new Reply(status, Json.write(body));
  }

  static Reply of(Refusal refusal) {
    return of(refusal.status(), refusal.toJson());
  }
}
