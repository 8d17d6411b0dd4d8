package org.creditrepair.access.login;

import java.util.Optional;

/** The tokens of applicants who have proved who they are. */
public interface ApplicantTokens {

    /** Number of the joint application that a token is for; empty if it is unknown or outlived. */
    Optional<String> applicationOf(String token);
}
