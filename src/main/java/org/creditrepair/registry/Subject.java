package org.creditrepair.registry;

/**
 * Whom a record is about (信用主体).
 *
 * @param type kind of subject
 * @param name registered name
 * @param uscc its code
 */
public record Subject(SubjectType type, String name, Uscc uscc) {}
