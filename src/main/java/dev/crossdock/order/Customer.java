package dev.crossdock.order;

import org.jspecify.annotations.Nullable;

/**
 * Who buys, as the merchant knows them.
 *
 * @param phone E.164
 */
public record Customer(
    String id, @Nullable String name, @Nullable String email, @Nullable String phone) {

  /** Where to tell them something: by e-mail, else by phone. */
  public @Nullable String contact() {
    return email != null ? email : phone;
  }
}
