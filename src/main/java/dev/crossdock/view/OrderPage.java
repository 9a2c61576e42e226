package dev.crossdock.view;

import java.util.List;
import java.util.Optional;

/**
 * Orders of a list, newest first.
 *
 * @param items what the list shows of each, as JSON
 * @param next where the next page begins; empty: there is none. A page may be shorter than was
 *     asked for, and still not be the last: looking for more would have taken too long
 */
public record OrderPage(List<String> items, Optional<ListPlace> next) {

  public OrderPage {
    items = List.copyOf(items);
  }
}
