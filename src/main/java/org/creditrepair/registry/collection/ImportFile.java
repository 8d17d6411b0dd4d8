package org.creditrepair.registry.collection;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.registry.collection.CollectionFile.Progress;
import org.creditrepair.registry.collection.CollectionFile.Status;
import org.creditrepair.registry.collection.files.Columns;
import org.creditrepair.registry.collection.files.FileType;
import org.creditrepair.registry.collection.files.RowReading;
import org.creditrepair.registry.collection.files.SheetReader;
import org.creditrepair.registry.collection.files.UnreadableFileException;
import org.creditrepair.registry.delivery.RowResult;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in a delivered file batch by batch. A batch and the note of how far the file has come are
 * one transaction, so that whoever goes on after a crash begins behind the last whole batch. Never
 * called inside a transaction.
 */
@Service
public class ImportFile {

    private static final int BATCH = 500;

    private final CollectionFileStore store;
    private final CollectRows collect;
    private final Catalog catalog;
    private final TransactionTemplate transaction;
    private final BusinessClock clock;

    public ImportFile(
            CollectionFileStore store,
            CollectRows collect,
            Catalog catalog,
            TransactionTemplate transaction,
            BusinessClock clock) {
        this.store = store;
        this.collect = collect;
        this.catalog = catalog;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @param keeping called between batches, so that a long import keeps its claim
     * @return whether the file could be read; else it is returned to its sender
     */
    public boolean run(long id, Runnable keeping) throws IOException {
        CollectionFile file = store.find(id).orElseThrow();
        if (file.state().finishedAt() != null) {
            return file.state().status() == Status.FINISHED;
        }
        Path copy = Files.createTempFile("collection-", ".file");
        try {
            try (OutputStream out = Files.newOutputStream(copy)) {
                store.copy(id, out);
            }
            read(file, copy, keeping);
            end(id, Status.FINISHED, null);
            return true;
        } catch (UnreadableFileException e) {
            end(id, Status.RETURNED, e.getMessage());
            return false;
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private void end(long id, Status status, @Nullable String failure) {
        transaction.executeWithoutResult(s -> store.end(id, status, failure, clock.now()));
    }

    private void read(CollectionFile file, Path copy, Runnable keeping)
            throws IOException, UnreadableFileException {
        FileType type = FileType.of(file.content().contentType()).orElseThrow();
        Region region = catalog.region(file.region());
        try (SheetReader rows = SheetReader.open(copy, type)) {
            if (!rows.hasNext()) {
                throw new UnreadableFileException("文件没有表头");
            }
            Columns columns = new Columns(file.dataset(), rows.next());
            RowReading reading = new RowReading(region, file.dataset(), columns);
            for (long done = 0; done < file.progress().rows() && rows.hasNext(); done++) {
                rows.next();
            }
            CollectionFile now = file;
            while (rows.hasNext()) {
                List<List<String>> batch = new ArrayList<>(BATCH);
                while (batch.size() < BATCH && rows.hasNext()) {
                    batch.add(rows.next());
                }
                now = take(now, region, batch, columns, reading, rows.percent());
                keeping.run();
            }
        }
    }

    private CollectionFile take(
            CollectionFile file,
            Region region,
            List<List<String>> batch,
            Columns columns,
            RowReading reading,
            int percent) {
        return transaction.execute(
                status -> {
                    List<RowResult> results =
                            collect.collect(file, region, batch, columns, reading);
                    Progress now = file.progress().plus(results);
                    if (!store.advance(file, now, percent)) {
                        throw new IllegalStateException("该文件已由其他节点继续归集");
                    }
                    store.answer(file.id(), answers(file.progress().rows(), results));
                    return store.find(file.id()).orElseThrow();
                });
    }

    private static List<FileRow> answers(long before, List<RowResult> results) {
        List<FileRow> answers = new ArrayList<>(results.size());
        long rowNo = before;
        for (RowResult result : results) {
            rowNo++;
            answers.add(new FileRow(rowNo, result.recordNo(), result.status(), result.errors()));
        }
        return answers;
    }
}
