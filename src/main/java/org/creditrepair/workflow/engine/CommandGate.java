package org.creditrepair.workflow.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.creditrepair.access.Accounts;
import org.creditrepair.problem.RefusedException;

/**
 * Refuses what the body of an allowed request could still ask of the engine: to begin a process
 * behind its first step.
 */
class CommandGate extends CommandInterceptor {

    private final Supplier<Accounts> accounts;

    CommandGate(Supplier<Accounts> accounts) {
        this.accounts = accounts;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof StartProcessInstanceAtActivitiesCmd
                && accounts.get().groupsInEngine().isPresent()) {
            throw RefusedException.malformed("startInstructions", "UNKNOWN_FIELD", "流程只能从头发起");
        }
        return next.execute(command);
    }
}
