package org.creditrepair.workflow.engine;

import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;
import org.glassfish.jersey.internal.spi.ForcedAutoDiscoverable;

/** Puts {@link RefusalMapper} into every REST application of the engine. */
public class RefusalFeature implements ForcedAutoDiscoverable {

    @Override
    public void configure(FeatureContext context) {
        if (!context.getConfiguration().isRegistered(RefusalMapper.class)) {
            context.register(RefusalMapper.class, AutoDiscoverable.DEFAULT_PRIORITY);
        }
    }
}
