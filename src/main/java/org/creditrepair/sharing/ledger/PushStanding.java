package org.creditrepair.sharing.ledger;

import java.util.Set;

/** How far a platform has followed a sharing. */
public enum PushStanding {
    /** It has applied everything. */
    SETTLED,
    /** It was told everything; a receipt is still to come (待回执). */
    AWAITED,
    /** It has not been told everything yet (待推送). */
    PENDING,
    /** A receipt says that it refuses (平台拒绝). */
    REFUSED;

    static PushStanding of(Set<Push.Status> pushes) {
        if (pushes.contains(Push.Status.REFUSED)) {
            return REFUSED;
        }
        if (pushes.contains(Push.Status.PENDING)) {
            return PENDING;
        }
        return pushes.contains(Push.Status.SENT) ? AWAITED : SETTLED;
    }
}
