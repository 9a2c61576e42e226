package dev.crossdock.cli;

/**
 * An order to be sent, as a line of a batch.
 *
 * @param number of the line in the file where it begins, from 1
 * @param json on one line; what could not be read is sent as it is, to be refused there
 */
record ImportLine(long number, String json) {}
