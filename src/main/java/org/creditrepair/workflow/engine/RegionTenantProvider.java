package org.creditrepair.workflow.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.creditrepair.access.account.Accounts;
import org.creditrepair.workflow.process.ProcessVariables;
import org.jspecify.annotations.Nullable;

/**
 * Gives every process instance its region as tenant: that of the process that called it, else the
 * one it is started with, else the only one of whoever starts it.
 */
class RegionTenantProvider implements TenantIdProvider {

    private final Accounts accounts;

    RegionTenantProvider(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public @Nullable String provideTenantIdForProcessInstance(
            TenantIdProviderProcessInstanceContext context) {
        DelegateExecution caller = context.getSuperExecution();
        if (caller != null) {
            return caller.getTenantId();
        }
        Object region = context.getVariables().get(ProcessVariables.REGION);
        if (region != null && !region.toString().isBlank()) {
            return region.toString().strip();
        }
        return accounts.regionsInEngine()
                .filter(regions -> regions.size() == 1)
                .map(regions -> regions.iterator().next())
                .orElse(null);
    }

    @Override
    public @Nullable String provideTenantIdForCaseInstance(
            TenantIdProviderCaseInstanceContext context) {
        return null;
    }

    @Override
    public @Nullable String provideTenantIdForHistoricDecisionInstance(
            TenantIdProviderHistoricDecisionInstanceContext context) {
        return context.getExecution() == null ? null : context.getExecution().getTenantId();
    }
}
