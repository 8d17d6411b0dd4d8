package org.creditrepair.application.progress;

/**
 * How a case is reviewed (办理方式).
 *
 * @param automatic whether data confirm the repair without a person
 * @param onSite whether a person goes there and looks (实地核查)
 */
public record ReviewMode(boolean automatic, boolean onSite) {

    /** The same, but never without a person. */
    ReviewMode byPerson() {
        return new ReviewMode(false, onSite);
    }
}
