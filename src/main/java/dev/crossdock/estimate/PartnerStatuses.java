package dev.crossdock.estimate;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** How all partners are, seen from this node; asking costs nothing and waits for nobody. */
public interface PartnerStatuses {

  /** Sorted by name. */
  Collection<PartnerStatus> all();

  /** One of them; absent when there is no such partner. */
  @Nullable PartnerStatus of(String name);

  /** Grows whenever a breaker opens or closes. */
  long changes();
}
