package org.creditrepair.application.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.creditrepair.application.intake.ApplicationForm.MaterialForm;
import org.creditrepair.application.model.ItemMaterial;
import org.creditrepair.application.store.MaterialStore;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.RepairItem;
import org.creditrepair.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Checks that documents referred to exist, were uploaded by the same account and are known kinds.
 */
final class MaterialCheck {

    private static final int MAX_MATERIALS = 30;

    private final MaterialStore store;
    private final Catalog catalog;
    private final String account;

    MaterialCheck(MaterialStore store, Catalog catalog, String account) {
        this.store = store;
        this.catalog = catalog;
        this.account = account;
    }

    List<Violation> check(String field, List<MaterialForm> materials, RepairItem item) {
        Set<String> codes = catalog.knownMaterials(item).keySet();
        List<Violation> wrong = new ArrayList<>();
        if (materials == null) {
            return wrong;
        }
        if (materials.size() > MAX_MATERIALS) {
            wrong.add(new Violation(field, "SIZE", "每项最多 " + MAX_MATERIALS + " 份材料"));
            return wrong;
        }
        for (int i = 0; i < materials.size(); i++) {
            String at = field + "[" + i + "]";
            MaterialForm material = materials.get(i);
            if (material == null || material.code() == null || material.code().isBlank()) {
                wrong.add(Violation.required(at + ".code"));
            } else if (!codes.contains(material.code())) {
                wrong.add(Violation.invalid(at + ".code", "该事项无此材料，可用：" + String.join("、", codes)));
            }
            if (material == null || material.materialId() == null) {
                wrong.add(Violation.required(at + ".materialId"));
            } else if (store.find(material.materialId(), account).isEmpty()) {
                wrong.add(new Violation(at + ".materialId", "UNKNOWN_MATERIAL", "未找到本账号上传的此材料"));
            }
        }
        return wrong;
    }

    /** The stored documents that a checked form refers to. */
    static List<ItemMaterial> resolve(
            MaterialStore store, @Nullable List<MaterialForm> forms, boolean correction) {
        return forms == null
                ? List.of()
                : forms.stream()
                        .map(
                                form ->
                                        new ItemMaterial(
                                                form.code(),
                                                store.find(form.materialId()).orElseThrow(),
                                                correction))
                        .toList();
    }
}
