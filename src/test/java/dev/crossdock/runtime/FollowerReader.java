package dev.crossdock.runtime;

import static org.awaitility.Awaitility.await;

import dev.crossdock.order.News;
import dev.crossdock.order.Recorded;
import dev.crossdock.trade.OrderId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Somebody who follows orders. */
final class FollowerReader implements Flow.Subscriber<News> {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  final Map<OrderId, Long> after;
  final List<News> news = Collections.synchronizedList(new ArrayList<>());
  volatile boolean over;
  volatile @Nullable Throwable failure;
  private volatile Flow.@Nullable Subscription subscription;

  FollowerReader(Map<OrderId, Long> after) {
    this.after = after;
  }

  void asks(long more) {
    subscription().request(more);
  }

  void leaves() {
    subscription().cancel();
  }

  private Flow.Subscription subscription() {
    if (subscription == null) {
      await().atMost(PATIENCE).until(() -> subscription != null);
    }
    return Objects.requireNonNull(subscription);
  }

  List<Recorded> recorded() {
    synchronized (news) {
      return news.stream()
          .filter(News.Happened.class::isInstance)
          .map(one -> ((News.Happened) one).recorded())
          .toList();
    }
  }

  List<Long> versions(OrderId id) {
    return recorded().stream()
        .filter(one -> one.after().id().equals(id))
        .map(Recorded::version)
        .toList();
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
  }

  @Override
  public void onNext(News one) {
    news.add(one);
  }

  @Override
  public void onError(Throwable why) {
    failure = why;
  }

  @Override
  public void onComplete() {
    over = true;
  }
}
