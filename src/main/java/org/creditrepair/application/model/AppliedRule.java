package org.creditrepair.application.model;

import java.time.LocalDate;
import org.creditrepair.catalog.model.RulePart;

/**
 * A rule that was applied to a case (适用规定).
 *
 * @param pinnedOn the day that chose the rule: of the document, the application or acceptance
 * @param content what the rule says for the case, in Chinese
 * @param source document the rule comes from
 */
public record AppliedRule(RulePart part, LocalDate pinnedOn, String content, String source) {}
