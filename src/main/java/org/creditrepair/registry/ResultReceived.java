package org.creditrepair.registry;

/** A result decided elsewhere has come in. */
public record ResultReceived(ExternalResult result) {}
