package org.creditrepair.registry.collection;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violation;
import org.creditrepair.problem.Violations;
import org.creditrepair.registry.collection.CollectionFile.Progress;
import org.creditrepair.registry.collection.CollectionFile.Status;
import org.creditrepair.registry.collection.files.FileType;
import org.creditrepair.registry.delivery.Dataset;
import org.creditrepair.registry.delivery.RowResult;
import org.creditrepair.registry.register.RegistryProperties;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files delivered by units, stored unchanged, with the result of each row. */
@Service
public class CollectionFiles {

    /** Most answers in one page. */
    public static final int PAGE = 1000;

    private final Catalog catalog;
    private final CollectionFileStore store;
    private final RegistryProperties properties;
    private final CollectionProcess process;
    private final BusinessClock clock;

    public CollectionFiles(
            Catalog catalog,
            CollectionFileStore store,
            RegistryProperties properties,
            CollectionProcess process,
            BusinessClock clock) {
        this.process = process;
        this.properties = properties;
        this.catalog = catalog;
        this.store = store;
        this.clock = clock;
    }

    /**
     * A file as it is announced.
     *
     * @param dataset code of a {@link Dataset}
     * @param mode {@code STOCK} or {@code INCREMENT}; missing means increment
     * @param contentType {@code text/csv}, if need be with a charset, or that of XLSX
     */
    public record Announced(String dataset, String mode, String fileName, String contentType) {}

    /** Which records a file holds. */
    enum Mode {
        /** 存量. */
        STOCK,
        /** 增量. */
        INCREMENT
    }

    /**
     * Keeps a file as it comes in; it is read in a process of its own.
     *
     * @param unit code of the sender's unit; null if it belongs to none
     * @throws RefusedException naming every field that is wrong
     */
    @Transactional
    public CollectionFile receive(
            RegionCode regionCode,
            Announced announced,
            InputStream content,
            @Nullable String unit,
            String sender)
            throws IOException {
        Region region = catalog.region(regionCode);
        Violations wrong = new Violations(clock.today());
        Dataset dataset = wrong.code("dataset", announced.dataset(), Dataset.class);
        Mode mode = wrong.optionalCode("mode", announced.mode(), Mode.class);
        wrong.optional("fileName", announced.fileName(), 200);
        if (FileType.of(announced.contentType()).isEmpty()) {
            wrong.add(Violation.invalid("Content-Type", FileType.FORM_TEXT));
        }
        wrong.refuse();
        if (store.unread(region.code(), unit) >= properties.openFiles()) {
            throw RefusedException.conflict(
                    "file", "QUOTA", "本单位已有 " + properties.openFiles() + " 个文件等待归集，请稍后再报送");
        }
        long id =
                store.begin(
                        new CollectionFile(
                                0,
                                region.code(),
                                Objects.requireNonNull(dataset),
                                mode == Mode.STOCK,
                                new CollectionFile.Content(
                                        announced.fileName() == null ? "" : announced.fileName(),
                                        announced.contentType(),
                                        0,
                                        ""),
                                new CollectionFile.Delivery(sender, unit, clock.now()),
                                new CollectionFile.State(Status.RECEIVED, 0, null, null),
                                new Progress(0, 0, 0, 0, 0)));
        if (store.keep(id, content) == 0) {
            throw RefusedException.invalid("file", "EMPTY", "文件内容为空");
        }
        CollectionFile file = byId(id);
        process.begin(file);
        return file;
    }

    /**
     * @throws RefusedException if there is none of this number
     */
    public CollectionFile byId(long id) {
        return store.find(id).orElseThrow(() -> RefusedException.notFound("id", "无此报送文件：" + id));
    }

    /** The files of a region, the latest first. */
    public List<CollectionFile> findByRegion(RegionCode regionCode) {
        return store.findByRegion(catalog.region(regionCode).code());
    }

    /**
     * The answers to rows behind a row; rows that were simply accepted have none.
     *
     * @param status null for every status
     */
    public List<FileRow> answers(long id, RowResult.Status status, long after) {
        return store.answers(id, status, after, PAGE);
    }
}
