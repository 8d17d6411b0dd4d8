package org.creditrepair.application.intake;

import java.util.List;
import org.creditrepair.application.intake.ApplicationForm.MaterialForm;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.model.ItemStatus;
import org.creditrepair.application.store.ApplicationStore;
import org.creditrepair.application.store.MaterialStore;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the documents of a correction (提交补正材料). */
@Service
public class HandInCorrection {

    private final ApplicationStore store;
    private final MaterialStore materials;
    private final Catalog catalog;

    public HandInCorrection(ApplicationStore store, MaterialStore materials, Catalog catalog) {
        this.store = store;
        this.materials = materials;
        this.catalog = catalog;
    }

    /**
     * @param handedIn at least one document
     * @throws RefusedException if the item does not wait for a correction or a document is wrong
     */
    @Transactional
    public void handIn(CaseKey key, List<MaterialForm> handedIn, String account) {
        CaseFile file = store.require(key.applicationNo());
        CaseItem item = file.item(key.itemNo());
        if (item.state().status() != ItemStatus.AWAITING_CORRECTION) {
            throw RefusedException.conflict(
                    "status",
                    "NOT_AWAITING_CORRECTION",
                    "该事项当前不在待补正状态（" + item.state().status().text() + "）");
        }
        if (handedIn == null || handedIn.isEmpty()) {
            throw RefusedException.invalid(List.of(Violation.required("materials")));
        }
        List<Violation> wrong =
                new MaterialCheck(materials, catalog, account)
                        .check("materials", handedIn, catalog.item(file.region(), item.itemCode()));
        if (!wrong.isEmpty()) {
            throw RefusedException.invalid(wrong);
        }
        materials.attach(key, MaterialCheck.resolve(materials, handedIn, true));
    }
}
