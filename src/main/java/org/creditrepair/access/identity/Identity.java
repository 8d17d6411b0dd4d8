package org.creditrepair.access.identity;

/**
 * Who somebody is, as the identity provider says.
 *
 * @param subjectCode of the legal or natural person that is acted for
 * @param subjectName its name
 * @param person name of the person at the keyboard
 * @param mobile of the same; 11 digits
 * @param agent whether the person acts by delegation (经办人)
 */
public record Identity(
        String subjectCode, String subjectName, String person, String mobile, boolean agent) {}
