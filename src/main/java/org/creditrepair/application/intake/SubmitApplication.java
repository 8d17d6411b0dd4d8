package org.creditrepair.application.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.creditrepair.application.intake.ApplicationForm.ItemForm;
import org.creditrepair.application.model.ApplicationStatus;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.model.Channel;
import org.creditrepair.application.model.CourtMeasure;
import org.creditrepair.application.model.ItemStatus;
import org.creditrepair.application.model.Submitter;
import org.creditrepair.application.progress.CaseMoved;
import org.creditrepair.application.progress.PinnedRules;
import org.creditrepair.application.store.ApplicationStore;
import org.creditrepair.application.store.MaterialStore;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violation;
import org.creditrepair.problem.Violations;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.Ground;
import org.creditrepair.registry.record.Subject;
import org.creditrepair.registry.record.SubjectCode;
import org.creditrepair.registry.record.SubjectType;
import org.creditrepair.registry.register.RecordRegister;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in a joint application (提交联办申请): checks all of it, then stores all of it or nothing. */
@Service
public class SubmitApplication {

    private final Catalog catalog;
    private final RecordRegister register;
    private final ApplicationStore store;
    private final MaterialStore materials;
    private final ApplicationNumbers numbers;
    private final PinnedRules rules;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    public SubmitApplication(
            Catalog catalog,
            RecordRegister register,
            ApplicationStore store,
            MaterialStore materials,
            ApplicationNumbers numbers,
            PinnedRules rules,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.events = events;
        this.catalog = catalog;
        this.register = register;
        this.store = store;
        this.materials = materials;
        this.numbers = numbers;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * @throws RefusedException naming all fields that are wrong
     */
    @Transactional
    public Submission submit(RegionCode regionCode, ApplicationForm form, Submitter submitter) {
        Region region = catalog.region(regionCode);
        if (form == null) {
            throw RefusedException.invalid(List.of(Violation.required("application")));
        }
        new ApplicationValidation(
                        region,
                        register,
                        new MaterialCheck(materials, catalog, submitter.account()),
                        clock.today())
                .check(form);
        CaseFile file = caseFile(region, form, submitter);
        store.insert(file);
        file.items().forEach(item -> rules.pinAtSubmission(file, item));
        file.items().forEach(item -> events.publishEvent(new CaseMoved(item.key())));
        hold(file);
        if (submitter.group() != null) {
            register.reachableAt(
                    file.region(),
                    file.applicant().subject().code(),
                    file.applicant().contact().mobile());
        }
        return new Submission(file.applicationNo(), file.progressCode(), file.items().size());
    }

    private void hold(CaseFile file) {
        for (CaseItem item : file.items()) {
            if (!register.hold(file.region(), item.recordNo(), file.applicationNo())) {
                String field = "items[" + (item.key().itemNo() - 1) + "].recordNo";
                throw RefusedException.conflict(
                        List.of(ApplicationValidation.openApplication(field)));
            }
        }
    }

    @NullUnmarked // every field has been checked
    private CaseFile caseFile(Region region, ApplicationForm form, Submitter submitter) {
        String number = numbers.next(region.code());
        SubjectType type = SubjectType.valueOf(form.subject().type());
        List<CaseItem> items = new ArrayList<>();
        for (ItemForm item : form.items()) {
            items.add(item(region, new CaseKey(number, items.size() + 1), item));
        }
        return new CaseFile(
                number,
                region.code(),
                numbers.progressCode(),
                new CaseFile.Applicant(
                        new Subject(
                                type,
                                form.subject().name().strip(),
                                SubjectCode.of(type, form.subject().uscc())),
                        form.subject().address(),
                        given(form.subject().legalRepresentative()),
                        given(form.subject().registrationAuthority()),
                        new CaseFile.Person(form.contact().name().strip(), form.contact().mobile()),
                        form.agent() == null
                                ? null
                                : new CaseFile.Person(
                                        form.agent().name().strip(), form.agent().mobile()),
                        given(form.email())),
                new CaseFile.Filing(
                        Violations.isBlank(form.channel())
                                ? Channel.PORTAL
                                : Channel.valueOf(form.channel()),
                        submitter,
                        clock.now()),
                ApplicationStatus.IN_PROGRESS,
                null,
                items);
    }

    @NullUnmarked // every field has been checked
    private CaseItem item(Region region, CaseKey key, ItemForm form) {
        return new CaseItem(
                key,
                form.item(),
                form.recordNo(),
                new CaseItem.Request(
                        form.reason().strip(),
                        day(form.obligationsFulfilledOn()),
                        Violations.isBlank(form.ground())
                                ? Ground.FULFILLED
                                : Ground.valueOf(form.ground()),
                        Violations.isBlank(form.measure())
                                ? null
                                : CourtMeasure.valueOf(form.measure()),
                        day(form.shieldUntil()),
                        day(form.shortenTo()),
                        store.lastCaseOf(region.code(), form.recordNo()).orElse(null)),
                unit(region, form),
                new CaseItem.State(ItemStatus.SUBMITTED, null, null, false, null),
                MaterialCheck.resolve(materials, form.materials(), false),
                List.of(),
                List.of());
    }

    @NullUnmarked // every field has been checked
    private String unit(Region region, ItemForm form) {
        DishonestyRecord record = register.find(region.code(), form.recordNo()).orElseThrow();
        return region.reviewUnit(
                        region.item(form.item()).orElseThrow(), record.decision().authority())
                .code();
    }

    private static @Nullable String given(@Nullable String written) {
        return Violations.isBlank(written) ? null : written.strip();
    }

    private static @Nullable LocalDate day(String written) {
        return Violations.isBlank(written) ? null : LocalDate.parse(written);
    }
}
