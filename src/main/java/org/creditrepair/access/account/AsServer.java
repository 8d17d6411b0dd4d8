package org.creditrepair.access.account;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Lets the server itself act on the engine while somebody is logged in whose own rights do not
 * reach so far; whether they may ask for it has been checked before.
 */
@Component
public class AsServer {

    private final IdentityService identity;

    public AsServer(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    /**
     * Does something and answers what came of it.
     *
     * @throws OptimisticLockingFailureException if another transaction changed the same rows of the
     *     engine first
     */
    public <T> T call(Supplier<T> work) {
        Authentication caller = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return work.get();
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException(e.getMessage(), e);
        } finally {
            identity.setAuthentication(caller);
        }
    }

    /** Does something; fails as {@link #call} does. */
    public void run(Runnable work) {
        call(
                () -> {
                    work.run();
                    return null;
                });
    }
}
