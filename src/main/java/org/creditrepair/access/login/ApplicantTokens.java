package org.creditrepair.access.login;

import java.util.Optional;
import org.creditrepair.access.account.Account.Proof;

/** The tokens of applicants who have proved who they are. */
public interface ApplicantTokens {

    /** What was proved for a token; empty if it is unknown or outlived. */
    Optional<Proof> proofOf(String token);
}
