/** The pure cores at work in a world of their own: virtual time, faulty partners, crashes. */
@NullMarked
package dev.crossdock.shipment.simulation;

import org.jspecify.annotations.NullMarked;
