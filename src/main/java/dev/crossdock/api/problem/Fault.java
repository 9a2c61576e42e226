package dev.crossdock.api.problem;

/**
 * One fault of a body.
 *
 * @param pointer where: a JSON pointer (RFC 6901), empty for the whole body
 */
public record Fault(String pointer, FaultCode code, String detail) {}
