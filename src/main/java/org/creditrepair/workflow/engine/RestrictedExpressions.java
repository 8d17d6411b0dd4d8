package org.creditrepair.workflow.engine;

import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.springframework.context.ApplicationContext;

/**
 * Resolves variables and the beans that models may name ({@link ModelBeans}), behind {@link
 * RestrictedElResolver}.
 */
class RestrictedExpressions extends JuelExpressionManager {

    private final ApplicationContext context;

    RestrictedExpressions(ApplicationContext context) {
        this.context = context;
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver all = new CompositeELResolver();
        all.add(new RestrictedElResolver());
        all.add(new VariableScopeElResolver());
        all.add(new VariableContextElResolver());
        all.add(new ModelBeans(context));
        all.add(new ArrayELResolver());
        all.add(new ListELResolver());
        all.add(new MapELResolver());
        all.add(new BeanELResolver());
        return all;
    }
}
