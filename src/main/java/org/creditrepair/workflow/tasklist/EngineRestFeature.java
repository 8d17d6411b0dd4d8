package org.creditrepair.workflow.tasklist;

import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.internal.spi.ForcedAutoDiscoverable;

/** Jersey feature of all REST applications of the engine: problem answers, cards and sheets. */
public class EngineRestFeature implements ForcedAutoDiscoverable {

    @Override
    public void configure(FeatureContext context) {
        context.register(RefusalMapper.OfRestExceptions.class);
        context.register(RefusalMapper.OfEngineExceptions.class);
        context.register(RefusalMapper.OfMappings.class);
        context.register(RefusalMapper.OfParsing.class);
        context.register(RefusalMapper.OfAnything.class);
        context.register(PlainBodies.class);
        context.register(TasklistFilter.class);
    }
}
