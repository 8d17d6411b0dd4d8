package org.creditrepair.access.account;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Runs a call on the engine with the server's identity instead of the login's. The caller has
 * checked before that the login may ask for the operation.
 */
@Component
public class RunAsServer {

    private final IdentityService identity;

    public RunAsServer(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    /**
     * Calls and returns the result.
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
