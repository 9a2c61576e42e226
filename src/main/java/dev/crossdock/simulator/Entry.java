package dev.crossdock.simulator;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One effect at a partner, as it stands now.
 *
 * @param ref the partner's own id of it, unique over all partners
 * @param key the idempotency key of the call that caused it
 * @param resource the partner API's resource as it was first told, without its status
 * @param memo what the partner has to remember of the request
 * @param past what it has been through, oldest first
 * @param plan what it will go through by itself, next first
 */
record Entry(
    String partner,
    EffectKind kind,
    String ref,
    String key,
    About about,
    String status,
    @Nullable Sums sums,
    Instant at,
    ObjectNode resource,
    Map<String, String> memo,
    List<Moment> past,
    List<Moment> plan) {

  Entry {
    memo = Map.copyOf(memo);
    past = List.copyOf(past);
    plan = List.copyOf(plan);
  }

  static Entry of(Call call, EffectKind kind, String ref, About about, String status) {
    return new Entry(
        call.partner(),
        kind,
        ref,
        call.key(),
        about,
        status,
        null,
        call.now(),
        Json.object(),
        Map.of(),
        List.of(),
        List.of());
  }

  Entry told(ObjectNode first) {
    return new Entry(partner, kind, ref, key, about, status, sums, at, first, memo, past, plan);
  }

  Entry with(Sums changed) {
    return new Entry(
        partner, kind, ref, key, about, status, changed, at, resource, memo, past, plan);
  }

  Entry remembering(Map<String, String> remembered) {
    return new Entry(
        partner, kind, ref, key, about, status, sums, at, resource, remembered, past, plan);
  }

  Entry planning(List<Moment> planned) {
    return new Entry(
        partner, kind, ref, key, about, status, sums, at, resource, memo, past, planned);
  }

  /** The same with another status, which is then its last past moment. */
  Entry become(String next, Instant when) {
    List<Moment> longer = new ArrayList<>(past);
    longer.add(new Moment(next, when));
    return new Entry(partner, kind, ref, key, about, next, sums, at, resource, memo, longer, plan);
  }

  /** The same, but what its last past moment said is not its status. */
  Entry standing(String still) {
    return new Entry(partner, kind, ref, key, about, still, sums, at, resource, memo, past, plan);
  }

  /** The same when the next moment of the plan has come. */
  Entry unfold() {
    Moment next = plan.getFirst();
    return planning(plan.subList(1, plan.size())).become(next.status(), next.at());
  }

  @JsonIgnore
  Optional<Moment> next() {
    return plan.stream().findFirst();
  }

  /** The resource of the partner API as it stands now. */
  ObjectNode toldNow() {
    return resource.deepCopy().put("status", status);
  }

  boolean is(String wanted) {
    return status.equals(wanted);
  }
}
