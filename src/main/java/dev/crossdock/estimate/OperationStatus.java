package dev.crossdock.estimate;

/**
 * How a partner fares with one kind of thing that is asked of it.
 *
 * @param answered from sent to answered, be it with a no
 * @param unanswered from sent until nobody waited any longer
 * @param whole of calls that succeeded: from when they could be made until they were answered, less
 *     the time in the gateway's queue
 * @param mix of the last ten minutes
 */
public record OperationStatus(Quantiles answered, Quantiles unanswered, Quantiles whole, Mix mix) {}
