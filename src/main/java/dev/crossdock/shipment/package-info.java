/** The life of a shipment: rates, booking, warehouse, capture, tracking. */
@NullMarked
package dev.crossdock.shipment;

import org.jspecify.annotations.NullMarked;
