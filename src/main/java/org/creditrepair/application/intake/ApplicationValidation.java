package org.creditrepair.application.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.creditrepair.application.intake.ApplicationForm.ItemForm;
import org.creditrepair.application.intake.ApplicationForm.PersonForm;
import org.creditrepair.application.intake.ApplicationForm.SubjectForm;
import org.creditrepair.application.model.Channel;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violation;
import org.creditrepair.problem.Violations;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.Ground;
import org.creditrepair.registry.record.SubjectCode;
import org.creditrepair.registry.record.SubjectType;
import org.creditrepair.registry.register.RecordRegister;
import org.jspecify.annotations.Nullable;

/** Checks an application form and gathers all that is wrong with it. */
final class ApplicationValidation {

    private static final int MAX_CODE = 64;

    /** Grounds on which nothing need be fulfilled yet. */
    private static final Set<String> UNFULFILLED =
            Set.of(
                    Ground.GUARANTEE.name(),
                    Ground.BANKRUPTCY_RULING.name(),
                    Ground.OWN_MOTION.name());

    private final Region region;
    private final RecordRegister register;
    private final MaterialCheck materials;
    private final LocalDate today;
    private final Violations wrong;
    private final List<Violation> conflicts = new ArrayList<>();

    ApplicationValidation(
            Region region, RecordRegister register, MaterialCheck materials, LocalDate today) {
        this.region = region;
        this.register = register;
        this.materials = materials;
        this.today = today;
        this.wrong = new Violations(today);
    }

    /**
     * @throws RefusedException naming every field that is wrong, or the records that are taken
     */
    void check(ApplicationForm form) {
        boolean ownMotion = Channel.AUTHORITY.name().equals(form.channel());
        Optional<SubjectCode> uscc = subject(form.subject(), ownMotion);
        person("contact", form.contact());
        if (form.agent() != null) {
            person("agent", form.agent());
        }
        wrong.email("email", form.email());
        wrong.optionalCode("channel", form.channel(), Channel.class);
        if (!ownMotion && !Boolean.TRUE.equals(form.commitment())) {
            wrong.add(new Violation("commitment", "REQUIRED", "须作出信用承诺方可申请"));
        }
        items(form, uscc);
        if (!wrong.isEmpty()) {
            wrong.addAll(conflicts);
            throw RefusedException.invalid(wrong.found());
        }
        if (!conflicts.isEmpty()) {
            throw RefusedException.conflict(conflicts);
        }
    }

    /** Who may apply in the region (适用范围); an authority of its own motion is not bound by it. */
    private void inScope(SubjectType type) {
        if (!region.common().takes(type.name())) {
            wrong.add(
                    new Violation(
                            "subject.type",
                            "NOT_IN_SCOPE",
                            "该地区的修复范围不含" + type.text() + "，请向认定单位咨询"));
        }
    }

    private Optional<SubjectCode> subject(SubjectForm subject, boolean ownMotion) {
        if (subject == null) {
            wrong.add(Violation.required("subject"));
            return Optional.empty();
        }
        SubjectType type = wrong.code("subject.type", subject.type(), SubjectType.class);
        if (type != null && !ownMotion) {
            inScope(type);
        }
        wrong.text("subject.name", subject.name(), 200);
        wrong.optional("subject.address", subject.address(), 300);
        wrong.optional("subject.legalRepresentative", subject.legalRepresentative(), 100);
        wrong.optional("subject.registrationAuthority", subject.registrationAuthority(), 200);
        if (Violations.isBlank(subject.uscc())) {
            wrong.add(Violation.required("subject.uscc"));
            return Optional.empty();
        }
        if (!SubjectCode.isWellFormed(type, subject.uscc())) {
            wrong.add(Violation.invalid("subject.uscc", SubjectCode.formText(type)));
            return Optional.empty();
        }
        return Optional.of(SubjectCode.of(type, subject.uscc()));
    }

    private void person(String field, PersonForm person) {
        if (person == null) {
            wrong.add(Violation.required(field));
            return;
        }
        wrong.text(field + ".name", person.name(), 100);
        if (Violations.isBlank(person.mobile())) {
            wrong.add(Violation.required(field + ".mobile"));
        } else {
            wrong.mobile(field + ".mobile", person.mobile());
        }
    }

    private void items(ApplicationForm form, Optional<SubjectCode> uscc) {
        List<ItemForm> items = form.items();
        if (items == null || items.isEmpty()) {
            wrong.add(new Violation("items", "REQUIRED", "至少选择一个修复事项"));
            uscc.filter(code -> !code.checks()).ifPresent(code -> wrongCheckCharacter());
            return;
        }
        if (items.size() > ApplicationForm.MAX_ITEMS) {
            wrong.add(new Violation("items", "SIZE", "一次申请最多 " + ApplicationForm.MAX_ITEMS + " 项"));
            return;
        }
        Set<String> seen = new HashSet<>();
        boolean confirmed = false;
        for (int i = 0; i < items.size(); i++) {
            String field = "items[" + i + "]";
            if (items.get(i) == null) {
                wrong.add(Violation.required(field));
                continue;
            }
            Optional<DishonestyRecord> record = item(field, form, items.get(i), uscc, seen);
            confirmed |= record.map(one -> one.party().usccConfirmed()).orElse(false);
        }
        if (uscc.isPresent() && !uscc.get().checks() && !confirmed) {
            wrongCheckCharacter();
        }
    }

    private Optional<DishonestyRecord> item(
            String field,
            ApplicationForm application,
            ItemForm form,
            Optional<SubjectCode> uscc,
            Set<String> seen) {
        wrong.text(field + ".reason", form.reason(), 1000);
        if (form.ground() != null && UNFULFILLED.contains(form.ground())) {
            wrong.optionalDay(field + ".obligationsFulfilledOn", form.obligationsFulfilledOn());
        } else {
            wrong.day(field + ".obligationsFulfilledOn", form.obligationsFulfilledOn());
        }
        RepairItem item = region.item(form.item()).orElse(null);
        if (isNoCode(form.item())) {
            wrong.text(field + ".item", form.item(), MAX_CODE);
        } else if (item == null) {
            wrong.add(new Violation(field + ".item", "UNKNOWN_ITEM", "该地区无此修复事项：" + form.item()));
        } else {
            abolished(field, item);
            if (!Channel.AUTHORITY.name().equals(application.channel())) {
                ofSubject(field + ".item", item, application.subject());
            }
            wrong.addAll(notOpen(field + ".item", item));
            new GroundValidation(wrong, today)
                    .check(
                            field,
                            item,
                            form,
                            Channel.AUTHORITY.name().equals(application.channel()));
            wrong.addAll(materials.check(field + ".materials", form.materials(), item));
        }
        String recordNo = form.recordNo();
        if (recordNo == null || isNoCode(recordNo)) {
            wrong.text(field + ".recordNo", recordNo, MAX_CODE);
            return Optional.empty();
        }
        return record(field + ".recordNo", recordNo, form, uscc, seen);
    }

    private static boolean isNoCode(@Nullable String code) {
        return Violations.isBlank(code) || code.length() > MAX_CODE;
    }

    private static List<Violation> notOpen(String field, RepairItem item) {
        return item.awaits() == null
                ? List.of()
                : List.of(new Violation(field, "NOT_OPEN", "该名单尚未开放：" + item.awaits()));
    }

    /** Who may apply for this item, where not all that may apply in the region. */
    private void ofSubject(String field, RepairItem item, @Nullable SubjectForm subject) {
        String type = subject == null ? null : subject.type();
        if (type != null && region.common().takes(type) && !region.takes(item, type)) {
            wrong.add(new Violation(field, "NOT_IN_SCOPE", "该修复事项不适用于此类主体"));
        }
    }

    private void abolished(String field, RepairItem item) {
        if (item.validUntil() != null && !today.isBefore(item.validUntil())) {
            wrong.add(
                    new Violation(
                            field + ".item", "ABOLISHED", "该名单已于 " + item.validUntil() + " 取消"));
        }
    }

    private Optional<DishonestyRecord> record(
            String field,
            String recordNo,
            ItemForm form,
            Optional<SubjectCode> uscc,
            Set<String> seen) {
        Optional<DishonestyRecord> found = register.find(region.code(), recordNo);
        if (found.isEmpty()) {
            wrong.add(new Violation(field, "UNKNOWN_RECORD", "本地区未归集此失信信息：" + recordNo));
            return found;
        }
        DishonestyRecord record = found.get();
        if (uscc.isPresent() && !record.party().subject().code().equals(uscc.get())) {
            wrong.add(new Violation(field, "OTHER_SUBJECT", "该失信信息不属于申请主体"));
        }
        if (!Violations.isBlank(form.item()) && !record.item().equals(form.item())) {
            wrong.add(new Violation(field, "OTHER_ITEM", "该失信信息不属于所选修复事项"));
        }
        if (!seen.add(form.recordNo())) {
            wrong.add(new Violation(field, "DUPLICATE", "同一失信信息在本申请中重复"));
        }
        if (record.custody().openApplicationNo() != null) {
            conflicts.add(openApplication(field));
        }
        return found;
    }

    static Violation openApplication(String field) {
        return new Violation(
                field,
                "OPEN_APPLICATION",
                "该失信信息已有在办的修复申请，办结前不能重复申请；不是本主体提交的，可以登录统一身份认证撤回，或者联系认定单位");
    }

    private void wrongCheckCharacter() {
        wrong.add(new Violation("subject.uscc", "CHECK_CHARACTER", "证件号码校验码不符"));
    }
}
