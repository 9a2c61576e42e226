package dev.crossdock.journal;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The table of stored names of one sealed type: no class name is ever stored, so that classes may
 * be renamed.
 */
public final class Names<T> {
  /** Where the name is in what is stored. */
  static final String TYPE = "type";

  /** Where the version is, if it is not 1. */
  static final String VERSION = "v";

  private final Class<T> type;
  private final Map<String, Kind<T>> kinds;
  private final Function<T, Object> form;
  private final Optional<Class<? extends T>> wrapper;

  private Names(
      Class<T> type,
      Map<String, Kind<T>> kinds,
      Function<T, Object> form,
      Optional<Class<? extends T>> wrapper) {
    this.type = type;
    this.kinds = Collections.unmodifiableMap(kinds);
    this.form = form;
    this.wrapper = wrapper;
  }

  /** A table without a row yet. */
  public static <T> Names<T> of(Class<T> type) {
    return new Names<>(type, Map.of(), value -> value, Optional.empty());
  }

  /**
   * With one more row.
   *
   * @param upcasters one for each older version, oldest first
   * @throws IllegalArgumentException when the name is taken
   */
  public Names<T> with(String name, Class<? extends T> kind, Upcaster... upcasters) {
    return plus(
        List.of(new Kind<>(name, kind, kind::cast, List.of(upcasters), Optional.empty())),
        form,
        wrapper);
  }

  /**
   * With one more row, whose newest version is only read yet: the one before it is written, so that
   * nodes of the release before this one can go on beside.
   *
   * @param older the record of the version that is written
   * @param downcaster makes that of the newest
   * @param upcasters one for each older version, oldest first; at least one
   * @throws IllegalArgumentException when the name is taken, or there is no older version
   */
  public <K extends T, O> Names<T> withReaderFirst(
      String name,
      Class<K> kind,
      Class<O> older,
      Function<K, O> downcaster,
      Upcaster... upcasters) {
    if (upcasters.length == 0) {
      throw new IllegalArgumentException(name + " has no version before its first");
    }
    var written = new Kind.Older(older, value -> downcaster.apply(kind.cast(value)));
    return plus(
        List.of(new Kind<>(name, kind, kind::cast, List.of(upcasters), Optional.of(written))),
        form,
        wrapper);
  }

  /**
   * With all rows of another table: what {@code around} is around is stored in its place.
   *
   * @throws IllegalArgumentException when one of the names is taken
   */
  public <P, W extends T> Names<T> withInside(
      Names<P> part, Class<W> around, Function<P, W> wrap, Function<W, P> inside) {
    List<Kind<T>> more =
        part.kinds.values().stream().map(kind -> Names.<P, T>wrapped(kind, wrap)).toList();
    return plus(
        more,
        value ->
            around.isInstance(value)
                ? part.form.apply(inside.apply(around.cast(value)))
                : form.apply(value),
        Optional.of(around));
  }

  private static <P, T> Kind<T> wrapped(Kind<P> kind, Function<P, ? extends T> wrap) {
    return new Kind<>(
        kind.name(),
        kind.form(),
        form -> wrap.apply(kind.made().apply(form)),
        kind.upcasters(),
        kind.older());
  }

  private Names<T> plus(
      List<Kind<T>> more, Function<T, Object> nextForm, Optional<Class<? extends T>> nextWrapper) {
    Map<String, Kind<T>> next = new LinkedHashMap<>(kinds);
    for (Kind<T> kind : more) {
      if (next.put(kind.name(), kind) != null) {
        throw new IllegalArgumentException("two kinds of " + type + " are named " + kind.name());
      }
    }
    return new Names<>(type, next, nextForm, nextWrapper);
  }

  /** The sealed type that this is the table of. */
  public Class<T> type() {
    return type;
  }

  /** The record whose components are stored for the value. */
  Object form(T value) {
    return form.apply(value);
  }

  /** The record that is not stored itself, only what is in it. */
  Optional<Class<? extends T>> wrapper() {
    return wrapper;
  }

  Collection<Kind<T>> kinds() {
    return kinds.values();
  }

  Optional<Kind<T>> kind(String name) {
    return Optional.ofNullable(kinds.get(name));
  }

  /**
   * The name that the value is stored under.
   *
   * @throws JournalException when it is not in the table: it is never stored
   */
  public String nameOf(T value) {
    Class<?> stored = form(value).getClass();
    return kinds.values().stream()
        .filter(kind -> kind.form() == stored)
        .map(Kind::name)
        .findFirst()
        .orElseThrow(() -> new JournalException(stored.getName() + " is never stored"));
  }
}
