package dev.crossdock.trade;

import org.jspecify.annotations.Nullable;

/**
 * A postal address with who is there.
 *
 * @param stateCode ISO 3166-2 subdivision without the country
 * @param countryCode ISO 3166-1 alpha-2
 * @param phone E.164
 */
public record Address(
    @Nullable String name,
    @Nullable String company,
    String street1,
    @Nullable String street2,
    String city,
    @Nullable String stateCode,
    String postalCode,
    String countryCode,
    @Nullable String phone,
    @Nullable String email,
    @Nullable Boolean residential) {}
