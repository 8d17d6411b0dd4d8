package org.creditrepair.web.application;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.Account.Proof;
import org.creditrepair.access.account.Account.Represented;
import org.creditrepair.application.intake.ApplicationForm;
import org.creditrepair.application.intake.ApplicationForm.PersonForm;
import org.creditrepair.application.intake.ApplicationForm.SubjectForm;
import org.creditrepair.application.model.Channel;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.registry.record.CitizenId;
import org.creditrepair.registry.record.DishonestyRecord.Party;
import org.creditrepair.registry.register.RecordRegister;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.web.shared.RegisteredMobile;
import org.springframework.stereotype.Component;

/**
 * What applicants may hand in who have no account. Whom the identity provider knows acts for its
 * subject. A mobile alone proves little: it opens nothing about natural persons, and an
 * organisation must be named as the register names it, and be reachable there at no other mobile.
 */
@Component
class ApplicantRights {

    private final RecordRegister register;

    ApplicantRights(RecordRegister register) {
        this.register = register;
    }

    /**
     * @throws RefusedException if the applicant may not hand in this form, naming the field
     */
    void require(Account applicant, Proof proof, RegionCode region, ApplicationForm form) {
        String field = form.agent() == null ? "contact" : "agent";
        PersonForm reached = form.agent() == null ? form.contact() : form.agent();
        Optional<Represented> identity = applicant.represented();
        identity.ifPresent(who -> represents(who, form));
        if (identity.isEmpty() && form.subject() != null) {
            organisation(proof, region, form, form.subject());
        }
        if (reached == null || !Objects.equals(proof.mobile(), reached.mobile())) {
            throw RefusedException.invalid(field + ".mobile", "NOT_PROVED", "须为已核验的手机号码");
        }
        if (form.channel() != null && !form.channel().equals(Channel.PORTAL.name())) {
            throw RefusedException.invalid("channel", "INVALID", "申请人自行提交的，取值须为 PORTAL");
        }
    }

    /** Who has logged in applies for nobody else, and says so if by delegation. */
    private static void represents(Represented identity, ApplicationForm form) {
        if (form.subject() == null || !identity.code().equals(form.subject().uscc())) {
            throw RefusedException.invalid("subject.uscc", "NOT_PROVED", "须为登录时所代表的主体");
        }
        String agent = form.agent() == null ? null : form.agent().name();
        if (identity.agent() && !identity.person().equals(agent)) {
            throw RefusedException.invalid(
                    "agent.name", "NOT_PROVED", "受委托办理的，经办人须为登录人：" + identity.person());
        }
    }

    private void organisation(
            Proof proof, RegionCode region, ApplicationForm form, SubjectForm subject) {
        if (subject.uscc() != null && CitizenId.isProtected(subject.uscc())) {
            throw RefusedException.invalid(
                    "subject.uscc", "NOT_PROVED", "个人的信息请先登录统一身份认证，或者到综合窗口办理");
        }
        for (Party party : parties(region, form, subject)) {
            if (subject.name() != null
                    && !plain(subject.name()).equals(plain(party.subject().name()))) {
                throw RefusedException.invalid(
                        "subject.name",
                        "OTHER_NAME",
                        "须与公示的名称一致：" + party.subject().name() + "；已更名的请登录统一身份认证或者到综合窗口办理");
            }
            RegisteredMobile.require(
                    party, proof, (form.agent() == null ? "contact" : "agent") + ".mobile");
        }
    }

    /**
     * The register's entries of the subject that stand behind a form; what is wrong is left out.
     */
    private List<Party> parties(RegionCode region, ApplicationForm form, SubjectForm subject) {
        return form.items() == null
                ? List.of()
                : form.items().stream()
                        .limit(ApplicationForm.MAX_ITEMS)
                        .filter(item -> item != null && item.recordNo() != null)
                        .flatMap(item -> register.find(region, item.recordNo()).stream())
                        .map(record -> record.party())
                        .filter(party -> party.subject().code().value().equals(subject.uscc()))
                        .toList();
    }

    /** A name without blanks, with narrow brackets. */
    private static String plain(String name) {
        return name.replaceAll("\\s", "").replace('（', '(').replace('）', ')');
    }
}
