package org.creditrepair.catalog.rules;

import org.creditrepair.vocabulary.Labelled;

/** A constant that the tables of rules name by its Chinese name. */
public interface RuleWord extends Labelled {}
