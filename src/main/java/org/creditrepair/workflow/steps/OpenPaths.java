package org.creditrepair.workflow.steps;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.creditrepair.application.ApplicationForm.ItemForm;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.Region;
import org.creditrepair.catalog.RepairItem;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violation;
import org.springframework.stereotype.Component;

/** Which repair paths are open: those whose model is deployed. The catalogue may know more. */
@Component
class OpenPaths {

    private final Catalog catalog;
    private final RepositoryService repository;

    OpenPaths(Catalog catalog, RepositoryService repository) {
        this.catalog = catalog;
        this.repository = repository;
    }

    /**
     * @param items of a form that was found right
     * @throws RefusedException naming the items that cannot be handled here yet, and who handles
     *     them
     */
    void require(String regionCode, List<ItemForm> items) {
        Region region = catalog.region(regionCode);
        List<Violation> closed = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            RepairItem item = region.item(items.get(i).item()).orElseThrow();
            if (!isOpen(item.path())) {
                closed.add(
                        new Violation(
                                "items[" + i + "].item",
                                "PATH_NOT_OPEN",
                                "该事项尚未开通在线办理，请向" + region.reviewUnit(item, null).name() + "申请"));
            }
        }
        if (!closed.isEmpty()) {
            throw RefusedException.invalid(closed);
        }
    }

    private boolean isOpen(String path) {
        return repository.createProcessDefinitionQuery().processDefinitionKey(path).count() > 0;
    }
}
