package org.creditrepair.hotline;

/**
 * A request to the hotline before validation; every field may be missing or wrong.
 *
 * @param type CONSULTATION, COMPLAINT, HELP or GUIDANCE
 * @param item code of the repair item it is about; may be missing
 */
public record HotlineForm(String type, String name, String mobile, String content, String item) {}
