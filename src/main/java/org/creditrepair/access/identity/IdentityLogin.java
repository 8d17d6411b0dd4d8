package org.creditrepair.access.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What follows a login at the identity provider. */
public interface IdentityLogin {

    /** Where a browser is led whose login has failed. */
    String FAILED = "/my?failed";

    /**
     * @param idToken by which the REST interface knows who it is
     */
    void succeeded(HttpServletRequest request, HttpServletResponse response, String idToken)
            throws IOException;
}
