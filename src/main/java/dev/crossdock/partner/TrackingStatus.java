package dev.crossdock.partner;

/** Where a parcel is. The rank orders them: a parcel's status never goes to a lower one. */
public enum TrackingStatus {
  UNKNOWN(0),
  PRE_TRANSIT(10),
  PICKED_UP(20),
  IN_TRANSIT(30),
  ON_HOLD(35),
  DELIVERY_ATTEMPTED(45),
  OUT_FOR_DELIVERY(50),
  AVAILABLE_FOR_PICKUP(55),
  RETURN_TO_SENDER(90),
  FAILURE(95),
  CANCELLED(98),
  DELIVERED(100);

  private final int rank;

  TrackingStatus(int rank) {
    this.rank = rank;
  }

  /** 0 to 100. */
  public int rank() {
    return rank;
  }
}
