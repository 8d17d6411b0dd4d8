package org.creditrepair.front;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * In whose name the interface is called.
 *
 * @param address whose requests are counted
 * @param authorization value of the header of that name; null for what anybody may ask
 */
record Caller(String address, @Nullable String authorization) {

    static Caller anybody(HttpServletRequest request) {
        return new Caller(request.getRemoteAddr(), null);
    }

    static Caller withToken(HttpServletRequest request, String token) {
        return new Caller(request.getRemoteAddr(), "Bearer " + token);
    }
}
