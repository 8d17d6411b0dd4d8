package org.creditrepair.sharing.ledger;

import org.creditrepair.vocabulary.RegionCode;

/** Starts the processes that deliver pushes. */
public interface SharingProcess {

    /** The pushes of one sharing are sent, in a process that nobody waits for. */
    void begin(RegionCode region, String sharingNo);

    /**
     * Every receipt of a platform in a sharing is there, or one is a refusal: what waits for them
     * goes on.
     *
     * @throws org.springframework.dao.ConcurrencyFailureException if another receipt moves the same
     *     sharing at this moment
     */
    void receiptsArrived(String sharingNo, String platform);
}
