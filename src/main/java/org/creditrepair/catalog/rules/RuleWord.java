package org.creditrepair.catalog.rules;

/** A constant that the tables of rules name by a word. */
public interface RuleWord {

    /** The word, in Chinese. */
    String text();
}
