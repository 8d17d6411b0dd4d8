package org.creditrepair.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.creditrepair.catalog.Region;
import org.creditrepair.problem.Violation;
import org.creditrepair.registry.RecordCollection.Delivered;
import org.creditrepair.registry.files.Columns;
import org.creditrepair.registry.files.RowReading;
import org.creditrepair.registry.store.RecordBatches;
import org.springframework.stereotype.Service;

/** Takes in a batch of a file's rows: records, or removals of records. */
@Service
class CollectRows {

    private static final String BROKEN = "\uFFFD";

    private final RecordCollection collection;
    private final RecordBatches batches;
    private final ExternalResults results;

    CollectRows(RecordCollection collection, RecordBatches batches, ExternalResults results) {
        this.collection = collection;
        this.batches = batches;
        this.results = results;
    }

    /** Answers row by row; the errors' fields are the file's headings. */
    List<RowResult> collect(
            CollectionFile file,
            Region region,
            List<List<String>> rows,
            Columns columns,
            RowReading reading) {
        List<CollectedRecord> read = rows.stream().map(reading::record).toList();
        List<RowResult> answers =
                file.dataset() == Dataset.REMOVAL
                        ? read.stream().map(row -> removed(file, region, row)).toList()
                        : collected(file, region, rows, read, columns, reading);
        return answers.stream().map(answer -> inHeadings(answer, columns)).toList();
    }

    private List<RowResult> collected(
            CollectionFile file,
            Region region,
            List<List<String>> rows,
            List<CollectedRecord> read,
            Columns columns,
            RowReading reading) {
        Map<String, String> known = numbersOf(region, read);
        List<Delivered> delivered = new ArrayList<>(read.size());
        for (int i = 0; i < read.size(); i++) {
            CollectedRecord record = read.get(i);
            if (columns.in(rows.get(i), Columns.Column.RECORD_NO) == null) {
                record = record.numbered(known.getOrDefault(decision(record), record.recordNo()));
            }
            delivered.add(
                    new Delivered(
                            isBroken(rows.get(i)) ? null : record,
                            reading.unit(rows.get(i), file.unit())));
        }
        return collection.collect(region, delivered, file.sender(), file.stock());
    }

    /** A row whose characters are not of the file's charset. */
    private static boolean isBroken(List<String> row) {
        return row.stream().anyMatch(cell -> cell.contains(BROKEN));
    }

    /** The numbers under which the same decisions about the same subjects are known already. */
    private Map<String, String> numbersOf(Region region, List<CollectedRecord> read) {
        Map<String, String> numbers = new HashMap<>();
        batches.about(
                        region.code(),
                        read.stream()
                                .map(row -> row.subject().uscc())
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList(),
                        read.stream()
                                .map(CollectedRecord::documentNo)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList())
                .forEach(
                        record ->
                                numbers.put(
                                        decision(
                                                record.item(),
                                                record.subject().code().value(),
                                                record.documentNo()),
                                        record.recordNo()));
        return numbers;
    }

    private static String decision(CollectedRecord record) {
        return decision(record.item(), record.subject().uscc(), record.documentNo());
    }

    private static String decision(String item, String code, String documentNo) {
        return item + "|" + code + "|" + documentNo;
    }

    /** A removal is a result that the unit has decided; it is shared with every platform. */
    private RowResult removed(CollectionFile file, Region region, CollectedRecord row) {
        String recordNo =
                batches.of(region.code(), Objects.toString(row.subject().uscc(), "")).stream()
                        .filter(record -> row.item() == null || row.item().equals(record.item()))
                        .map(DishonestyRecord::recordNo)
                        .findFirst()
                        .orElse(row.recordNo());
        ExternalResultForm form =
                new ExternalResultForm(
                        recordNo,
                        ExternalResult.UNIT,
                        ExternalResult.Event.REMOVED.name(),
                        row.decidedOn(),
                        row.documentNo());
        List<Violation> wrong = results.violations(region, form);
        if (!wrong.isEmpty()) {
            return new RowResult(recordNo, RowResult.Status.REJECTED, wrong);
        }
        boolean fresh = results.receive(region.code().value(), form, file.sender()).isPresent();
        return new RowResult(
                recordNo,
                fresh ? RowResult.Status.ACCEPTED : RowResult.Status.DUPLICATE,
                List.of());
    }

    private static RowResult inHeadings(RowResult answer, Columns columns) {
        return answer.errors().isEmpty()
                ? answer
                : new RowResult(
                        answer.recordNo(),
                        answer.status(),
                        answer.errors().stream()
                                .map(
                                        error ->
                                                new Violation(
                                                        columns.heading(error.field()),
                                                        error.code(),
                                                        error.message()))
                                .toList());
    }
}
