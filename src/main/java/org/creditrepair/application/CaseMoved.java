package org.creditrepair.application;

/**
 * A case has come to another stage, or its limits have changed; told in the transaction in which it
 * happens.
 */
public record CaseMoved(CaseKey key) {}
