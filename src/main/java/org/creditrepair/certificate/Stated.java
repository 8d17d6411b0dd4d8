package org.creditrepair.certificate;

import org.jspecify.annotations.Nullable;

/**
 * What a certificate states of its holder, as far as the library tells it; null for the rest.
 *
 * @param address 住所
 * @param legalRepresentative 法定代表人
 */
public record Stated(@Nullable String address, @Nullable String legalRepresentative) {}
