package org.creditrepair.web.mapping;

/** A unit (单位) of a region. */
public record UnitView(String code, String name) {}
