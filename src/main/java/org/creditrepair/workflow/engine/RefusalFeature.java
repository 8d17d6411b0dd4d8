package org.creditrepair.workflow.engine;

import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.internal.spi.ForcedAutoDiscoverable;

/** Puts {@link RefusalMapper} into every REST application of the engine. */
public class RefusalFeature implements ForcedAutoDiscoverable {

    @Override
    public void configure(FeatureContext context) {
        context.register(RefusalMapper.OfRestExceptions.class);
        context.register(RefusalMapper.OfEngineExceptions.class);
        context.register(RefusalMapper.OfRefusals.class);
    }
}
