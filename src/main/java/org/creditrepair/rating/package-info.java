/** Owns what applicants say of how they were served (满意度评价, 好差评). */
@org.springframework.modulith.ApplicationModule(
        displayName = "Rating",
        allowedDependencies = {"application :: model"})
package org.creditrepair.rating;
