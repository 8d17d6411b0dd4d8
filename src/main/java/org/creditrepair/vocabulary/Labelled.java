package org.creditrepair.vocabulary;

/** A constant with a Chinese name: programs read its {@code name()}, people its text. */
public interface Labelled {

    String text();
}
