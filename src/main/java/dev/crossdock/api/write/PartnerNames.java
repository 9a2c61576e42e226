package dev.crossdock.api.write;

import dev.crossdock.partner.PartnerKind;

/** What the partners are called that nobody has named yet. */
@FunctionalInterface
public interface PartnerNames {

  /** The configured partner of the kind; the kind's own name when there are several or none. */
  String of(PartnerKind kind);
}
