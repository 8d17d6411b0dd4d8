package org.creditrepair.registry.review;

/** Carries questions about the display of records through their processes. */
public interface ReviewProcess {

    /** A person is asked whether a repair is to be revoked (撤销修复). */
    void revocation(DisplayReview review);

    /**
     * The subject has spoken about the revocation.
     *
     * @throws org.creditrepair.problem.RefusedException if its time to speak is over
     */
    void stated(DisplayReview review);

    /** The unit is asked whether an objection (异议) is right. */
    void objection(DisplayReview review);

    /** The unit that punished is asked for a proof that the obligations are met (开具履行证明). */
    void issuance(DisplayReview review);

    /** A person is asked whether a record stays on display (公示复核), on the day that it names. */
    void reassessment(DisplayReview review);
}
