package dev.crossdock.runtime;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * The nodes that want to know how an order goes on. Bounded: the one that came first makes room,
 * and finds out from the journal what it missed.
 */
final class Audience {
  private static final int NODES_MAX = 64;

  private final Set<ActorRef<FollowerMessage>> followers = new LinkedHashSet<>(0);

  void add(ActorRef<FollowerMessage> follower) {
    if (followers.size() == NODES_MAX) {
      followers.remove(followers.iterator().next());
    }
    followers.add(follower);
  }

  void told(FollowerMessage.Progress progress) {
    followers.forEach(follower -> follower.tell(progress));
  }
}
