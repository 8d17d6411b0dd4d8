/**
 * What units ask of each other about a case (会办), and their templates for comments. Owns both
 * tables.
 */
@org.springframework.modulith.NamedInterface("opinion")
package org.creditrepair.application.opinion;
