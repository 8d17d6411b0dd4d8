package org.creditrepair.storage;

import java.util.function.Supplier;
import java.util.stream.Stream;

/** Locks by key, of this node alone: work with the same key is done one after the other. */
public final class KeyedLocks {

    private static final int LOCKS = 64;

    private final Object[] locks = Stream.generate(Object::new).limit(LOCKS).toArray();

    /** Does the work once nobody else on this node works with the key. */
    public <T> T locked(String key, Supplier<T> work) {
        synchronized (locks[Math.floorMod(key.hashCode(), LOCKS)]) {
            return work.get();
        }
    }
}
