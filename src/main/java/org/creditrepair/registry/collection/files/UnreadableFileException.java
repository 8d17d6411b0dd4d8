package org.creditrepair.registry.collection.files;

/** A file is not of the form it should have. The message is for the sender, in Chinese. */
public final class UnreadableFileException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableFileException(String message) {
        super(message);
    }
}
