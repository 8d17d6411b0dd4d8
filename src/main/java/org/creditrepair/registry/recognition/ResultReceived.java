package org.creditrepair.registry.recognition;

/** A result decided elsewhere has come in. */
public record ResultReceived(ExternalResult result) {}
