package org.creditrepair.paper;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A key that signs papers.
 *
 * @param chain its certificate first
 */
record SealKey(PrivateKey key, List<X509Certificate> chain) {

    X509Certificate certificate() {
        return chain.get(0);
    }
}
