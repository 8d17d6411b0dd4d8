package org.creditrepair.application.progress;

import org.creditrepair.application.model.CaseKey;

/**
 * A case has come to another stage, or its limits have changed; told in the transaction in which it
 * happens.
 */
public record CaseMoved(CaseKey key) {}
