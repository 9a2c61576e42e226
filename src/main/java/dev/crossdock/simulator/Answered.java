package dev.crossdock.simulator;

/**
 * What a call under a key was answered, so that the same call is answered the same again.
 *
 * @param fingerprint of operation, path and body
 */
record Answered(Keyed keyed, String fingerprint, Reply reply) {}
