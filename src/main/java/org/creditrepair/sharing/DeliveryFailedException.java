package org.creditrepair.sharing;

/** A platform did not take a push; it may be tried again. The message is for people, in Chinese. */
public final class DeliveryFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    public DeliveryFailedException(String message) {
        super(message);
    }
}
