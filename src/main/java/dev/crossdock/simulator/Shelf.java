package dev.crossdock.simulator;

import java.util.List;
import java.util.Optional;

/** What a desk may look at: the entries as they stand. */
interface Shelf {

  Optional<Entry> find(EffectKind kind, String ref);

  /** What a call under this key has caused at this partner: zero or one. */
  List<Entry> byKey(String partner, EffectKind kind, String key);

  /** The entry that a call of this partner means, or the 404. */
  default Entry need(Call call, EffectKind kind) {
    return find(kind, call.id())
        .filter(entry -> entry.partner().equals(call.partner()))
        .orElseThrow(() -> Refusal.unknown(kind.name(), call.id()));
  }

  /** The answer of a look-up by reference. */
  default Done lookUp(Call call, EffectKind kind) {
    if (call.reference().isEmpty()) {
      throw Refusal.invalid("the query parameter reference is required");
    }
    return Done.items(byKey(call.partner(), kind, call.reference()));
  }
}
