package org.creditrepair.registry.record;

/**
 * Whom a record is about (信用主体).
 *
 * @param type kind of subject
 * @param name registered name
 * @param code its code
 */
public record Subject(SubjectType type, String name, SubjectCode code) {}
