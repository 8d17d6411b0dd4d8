package org.creditrepair.hotline;

/**
 * What somebody asks of the hotline, before any check; every field may be missing or wrong.
 *
 * @param type CONSULTATION, COMPLAINT or HELP
 * @param item code of the repair item it is about; may be missing
 */
public record HotlineForm(String type, String name, String mobile, String content, String item) {}
