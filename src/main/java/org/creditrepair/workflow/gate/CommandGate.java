package org.creditrepair.workflow.gate;

import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.creditrepair.access.account.Accounts;
import org.creditrepair.problem.RefusedException;

/**
 * Refuses what the body of an allowed request could still ask of the engine, to begin a process
 * behind its first step, and tells of changed accounts.
 */
public class CommandGate extends CommandInterceptor {

    /** Commands of the engine that change users, groups, tenants or who belongs to them. */
    private static final Pattern OF_IDENTITIES =
            Pattern.compile("(Save|Delete|Create)\\w*(User|Group|Tenant|Membership)Cmd");

    private final Supplier<Accounts> accounts;

    public CommandGate(Supplier<Accounts> accounts) {
        this.accounts = accounts;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof StartProcessInstanceAtActivitiesCmd
                && accounts.get().groupsInEngine().isPresent()) {
            throw RefusedException.malformed("startInstructions", "UNKNOWN_FIELD", "流程只能从头发起");
        }
        T result = next.execute(command);
        if (OF_IDENTITIES.matcher(command.getClass().getSimpleName()).matches()) {
            accounts.get().changed();
        }
        return result;
    }
}
