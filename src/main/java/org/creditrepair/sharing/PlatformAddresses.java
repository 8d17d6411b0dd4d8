package org.creditrepair.sharing;

import java.net.URI;
import java.util.Set;

/** Where the platforms that this server delivers to itself are found. */
public interface PlatformAddresses {

    /** Codes of the platforms with an address. */
    Set<String> platforms();

    /** The address that takes pushes for a platform of {@link #platforms()}. */
    URI of(String platform);
}
