package org.creditrepair.workflow.workers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.registry.collection.ImportFile;
import org.creditrepair.task.Reference;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.process.ProcessVariables;
import org.springframework.stereotype.Component;

/** Takes in delivered files, one at a time on this node, topic {@code collection.import}. */
@Component
class CollectionWork implements ExternalWork, ExternalWorkSource {

    private final ImportFile imports;
    private final Catalog catalog;

    CollectionWork(ImportFile imports, Catalog catalog) {
        this.imports = imports;
        this.catalog = catalog;
    }

    @Override
    public List<WorkerPool> lanes() {
        return List.of(new WorkerPool(this));
    }

    @Override
    public String topic() {
        return "collection.import";
    }

    @Override
    public Set<RegionCode> regions() {
        return catalog.regionCodes();
    }

    @Override
    public int concurrency() {
        return 1;
    }

    @Override
    public Map<String, Object> work(LockedExternalTask task, Runnable keeping) {
        try {
            long file = Reference.number(Reference.COLLECTION, task.getBusinessKey());
            return Map.of(ProcessVariables.READABLE, imports.run(file, keeping));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
