package org.creditrepair.web.shared;

import org.creditrepair.access.account.Account.Proof;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.registry.record.DishonestyRecord.Party;

/** What a proved mobile is worth where the register knows how a subject is reached (留存的手机号码). */
public final class RegisteredMobile {

    private RegisteredMobile() {}

    /**
     * @param proof of a mobile alone
     * @param field of the request that names the mobile
     * @throws RefusedException if the register knows another mobile of the subject
     */
    public static void require(Party party, Proof proof, String field) {
        if (party.mobile() != null && !party.mobile().equals(proof.mobile())) {
            throw RefusedException.invalid(
                    field, "OTHER_MOBILE", "不是该主体留存的手机号码，请以留存的手机核验，或者登录统一身份认证、到综合窗口办理");
        }
    }
}
