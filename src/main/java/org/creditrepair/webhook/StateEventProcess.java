package org.creditrepair.webhook;

/** Sends an event on its way once the transaction is committed; it is tried until it arrives. */
public interface StateEventProcess {

    void announce(StateEvent event);
}
