/**
 * The tables of rules, and the national rules that they lay over what a region file says. Every
 * rule is chosen by the day on which it is in force.
 */
@org.springframework.modulith.NamedInterface("rules")
package org.creditrepair.catalog.rules;
