package org.creditrepair.front.rest;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * In whose name the interface is called.
 *
 * @param address whose requests are counted
 * @param authorization value of the header of that name; null for what anybody may ask
 * @param key under which a request counts once however often it is sent; null if it has none
 */
public record Caller(String address, @Nullable String authorization, @Nullable String key) {

    public static Caller anybody(HttpServletRequest request) {
        return new Caller(request.getRemoteAddr(), null, null);
    }

    public static Caller withToken(HttpServletRequest request, String token) {
        return new Caller(request.getRemoteAddr(), "Bearer " + token, null);
    }

    /** The same for a request that counts once. */
    public Caller once(String idempotencyKey) {
        return new Caller(address, authorization, idempotencyKey);
    }
}
