package org.creditrepair.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.creditrepair.application.ApplicationForm.ItemForm;
import org.creditrepair.application.store.ApplicationStore;
import org.creditrepair.application.store.MaterialStore;
import org.creditrepair.calendar.BusinessClock;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.Region;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violation;
import org.creditrepair.problem.Violations;
import org.creditrepair.registry.RecordRegister;
import org.creditrepair.registry.Subject;
import org.creditrepair.registry.SubjectType;
import org.creditrepair.registry.Uscc;
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
    private final BusinessClock clock;

    public SubmitApplication(
            Catalog catalog,
            RecordRegister register,
            ApplicationStore store,
            MaterialStore materials,
            ApplicationNumbers numbers,
            BusinessClock clock) {
        this.catalog = catalog;
        this.register = register;
        this.store = store;
        this.materials = materials;
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * @param submitter account that hands in
     * @throws RefusedException naming all fields that are wrong
     */
    @Transactional
    public Submission submit(String regionCode, ApplicationForm form, String submitter) {
        Region region = catalog.region(regionCode);
        if (form == null) {
            throw RefusedException.invalid(List.of(Violation.required("application")));
        }
        new ApplicationValidation(
                        region, register, new MaterialCheck(materials, submitter), clock.today())
                .check(form);
        CaseFile file = caseFile(region, form, submitter);
        store.insert(file);
        hold(file);
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

    private CaseFile caseFile(Region region, ApplicationForm form, String submitter) {
        String number = numbers.next(region.code());
        List<CaseItem> items = new ArrayList<>();
        for (ItemForm item : form.items()) {
            items.add(item(new CaseKey(number, items.size() + 1), item));
        }
        return new CaseFile(
                number,
                region.code(),
                numbers.progressCode(),
                new Subject(
                        SubjectType.valueOf(form.subject().type()),
                        form.subject().name().strip(),
                        new Uscc(form.subject().uscc())),
                form.subject().address(),
                new CaseFile.Person(form.contact().name().strip(), form.contact().mobile()),
                form.agent() == null
                        ? null
                        : new CaseFile.Person(form.agent().name().strip(), form.agent().mobile()),
                Violations.isBlank(form.channel())
                        ? Channel.PORTAL
                        : Channel.valueOf(form.channel()),
                ApplicationStatus.IN_PROGRESS,
                submitter,
                clock.now(),
                null,
                items);
    }

    private CaseItem item(CaseKey key, ItemForm form) {
        return new CaseItem(
                key,
                form.item(),
                form.recordNo(),
                form.reason().strip(),
                LocalDate.parse(form.obligationsFulfilledOn()),
                ItemStatus.SUBMITTED,
                null,
                null,
                false,
                materials.resolve(form.materials(), false),
                List.of());
    }
}
