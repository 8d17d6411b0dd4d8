/**
 * Moves an item from stage to stage and keeps its deadlines. Every change is checked against the
 * row and published as CaseMoved.
 */
@org.springframework.modulith.NamedInterface("progress")
package org.creditrepair.application.progress;
