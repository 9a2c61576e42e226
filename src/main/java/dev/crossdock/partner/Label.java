package dev.crossdock.partner;

/**
 * A shipping label to print.
 *
 * @param format PDF, PNG or ZPL
 */
public record Label(String url, String format) {}
