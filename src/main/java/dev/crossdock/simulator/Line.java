package dev.crossdock.simulator;

/**
 * So many of one article.
 *
 * @param quantity at least 1
 */
record Line(String lineId, String sku, int quantity) {}
