package org.creditrepair.application.model;

/**
 * A stored document.
 *
 * @param id random, unguessable
 * @param contentType found from the content, never from the sender's word
 * @param size in bytes
 * @param sha256 of the content, lower-case hexadecimal
 */
public record StoredMaterial(
        String id, String fileName, String contentType, long size, String sha256) {}
