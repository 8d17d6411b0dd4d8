package org.creditrepair.workflow.engine;

import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.context.ApplicationContext;

/** Resolves expressions as Spring's manager does, behind {@link RestrictedElResolver}. */
class RestrictedExpressions extends SpringExpressionManager {

    RestrictedExpressions(ApplicationContext context) {
        super(context);
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver all = new CompositeELResolver();
        all.add(new RestrictedElResolver());
        all.add(super.createElResolver());
        return all;
    }
}
