package dev.crossdock.cli;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What became of a line.
 *
 * @param answer as the API gives it: status, and the order's id or a problem
 */
record ImportAnswer(ImportLine line, JsonNode answer) {
  private static final int CREATED = 201;
  private static final int OK = 200;
  private static final int TIMEOUT = 408;
  private static final int TOO_MANY = 429;
  private static final int BROKEN = 500;

  int status() {
    return answer.path("status").asInt();
  }

  boolean isTaken() {
    return status() == CREATED || status() == OK;
  }

  boolean isReplayed() {
    return status() == OK;
  }

  /** Whether what has that status may have another next time. */
  static boolean isPassing(int status) {
    return status == TIMEOUT || status == TOO_MANY || status >= BROKEN;
  }
}
