package org.creditrepair.sharing.connection;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the connectors come from: the configuration, or the sandbox. */
public interface ConnectorSource {

    /** The connectors of all regions, by platform code. Asked for once the server listens. */
    Map<String, ConnectorSettings> general();

    /** The connectors of single regions, by region and platform code. */
    Map<String, Map<String, ConnectorSettings>> regional();

    /**
     * The secret that a variable holds.
     *
     * @throws IllegalStateException if it is not set
     */
    @Nullable String secret(@Nullable String variable);
}
