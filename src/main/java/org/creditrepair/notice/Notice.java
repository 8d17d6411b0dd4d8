package org.creditrepair.notice;

import org.creditrepair.vocabulary.RegionCode;

/**
 * Something an applicant is told.
 *
 * @param id number in the register of notices
 * @param reference the application or item it is about
 * @param mobile where it goes
 */
public record Notice(long id, String reference, RegionCode region, String mobile, String text) {}
