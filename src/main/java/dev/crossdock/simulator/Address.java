package dev.crossdock.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An address as it was sent.
 *
 * @param countryCode ISO 3166-1 alpha-2
 * @param json all of it
 */
record Address(
    String street1, String city, String postalCode, String countryCode, ObjectNode json) {}
