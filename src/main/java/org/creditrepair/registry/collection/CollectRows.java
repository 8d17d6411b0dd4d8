package org.creditrepair.registry.collection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Text;
import org.creditrepair.problem.Violation;
import org.creditrepair.registry.collection.files.Columns;
import org.creditrepair.registry.collection.files.RowReading;
import org.creditrepair.registry.delivery.CollectedRecord;
import org.creditrepair.registry.delivery.Dataset;
import org.creditrepair.registry.delivery.DeliveredRow;
import org.creditrepair.registry.delivery.RowResult;
import org.creditrepair.registry.delivery.Sender;
import org.creditrepair.registry.recognition.ExternalResult;
import org.creditrepair.registry.recognition.ExternalResultForm;
import org.creditrepair.registry.recognition.ExternalResults;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.RecordState;
import org.creditrepair.registry.register.RecordBatches;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes in a batch of a file's rows: records, or removals of records. */
@Service
class CollectRows {

    private static final String BROKEN = "\uFFFD";
    private static final DeliveredRow BROKEN_ROW =
            DeliveredRow.unreadable("record", "含有不是该文件字符集的字符，或控制字符、不可见字符");

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
        List<CollectedRecord> read =
                rows.stream().map(row -> isBroken(row) ? null : reading.record(row)).toList();
        List<RowResult> answers =
                file.dataset() == Dataset.REMOVAL
                        ? removals(file, region, rows, read, columns)
                        : collected(file, region, rows, read, columns, reading);
        return answers.stream().map(answer -> inHeadings(answer, columns)).toList();
    }

    private List<RowResult> removals(
            CollectionFile file,
            Region region,
            List<List<String>> rows,
            List<CollectedRecord> read,
            Columns columns) {
        List<RowResult> answers = new ArrayList<>(read.size());
        for (int i = 0; i < read.size(); i++) {
            String number = columns.in(rows.get(i), Columns.Column.RECORD_NO);
            answers.add(
                    read.get(i) == null
                            ? RowResult.rejected(null, BROKEN_ROW.unreadable())
                            : removed(file, region, read.get(i), number));
        }
        return answers;
    }

    private List<RowResult> collected(
            CollectionFile file,
            Region region,
            List<List<String>> rows,
            List<CollectedRecord> read,
            Columns columns,
            RowReading reading) {
        Map<String, String> known = numbersOf(region, read);
        List<DeliveredRow> delivered = new ArrayList<>(read.size());
        for (int i = 0; i < read.size(); i++) {
            CollectedRecord record = read.get(i);
            if (record == null) {
                delivered.add(BROKEN_ROW);
                continue;
            }
            if (columns.in(rows.get(i), Columns.Column.RECORD_NO) == null) {
                record = record.numbered(known.getOrDefault(decision(record), record.recordNo()));
            }
            delivered.add(new DeliveredRow(record, reading.unit(rows.get(i)), List.of()));
        }
        return collection.collect(region, delivered, sender(file), file.stock());
    }

    private static Sender sender(CollectionFile file) {
        return Sender.ofUnit(file.delivery().sender(), file.delivery().unit());
    }

    /** A row with characters that are not of the file's charset, or cannot be seen. */
    private static boolean isBroken(List<String> row) {
        return row.stream().anyMatch(cell -> cell.contains(BROKEN) || !Text.isPlain(cell));
    }

    /** The numbers under which the same decisions about the same subjects are known already. */
    private Map<String, String> numbersOf(Region region, List<CollectedRecord> all) {
        List<CollectedRecord> read = all.stream().filter(Objects::nonNull).toList();
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
                                                record.party().subject().code().value(),
                                                record.decision().documentNo()),
                                        record.recordNo()));
        return numbers;
    }

    private static String decision(CollectedRecord record) {
        return decision(record.item(), record.subject().uscc(), record.documentNo());
    }

    private static String decision(
            @Nullable String item, @Nullable String code, @Nullable String documentNo) {
        return item + "|" + code + "|" + documentNo;
    }

    /**
     * A removal is a result that the unit has decided; it is shared with every platform. The row
     * names the list, and the number too where the subject is on it more than once.
     */
    private RowResult removed(
            CollectionFile file, Region region, CollectedRecord row, @Nullable String number) {
        if (row.item() == null) {
            return RowResult.rejected(number, List.of(Violation.required("item")));
        }
        List<String> numbers = removable(region, row, number);
        if (numbers.size() != 1) {
            return RowResult.rejected(
                    number,
                    List.of(
                            numbers.isEmpty()
                                    ? new Violation("item", "NOT_LISTED", "该主体不在此名单，或信息编号不符")
                                    : new Violation(
                                            "recordNo", "AMBIGUOUS", "该主体在此名单有多条信息，请填写信息编号")));
        }
        ExternalResultForm form =
                new ExternalResultForm(
                        numbers.get(0),
                        ExternalResult.UNIT,
                        ExternalResult.Event.REMOVED.name(),
                        row.decidedOn(),
                        row.documentNo(),
                        null);
        try {
            boolean fresh = results.receive(region.code(), form, sender(file)).isPresent();
            return new RowResult(
                    numbers.get(0),
                    fresh ? RowResult.Status.ACCEPTED : RowResult.Status.DUPLICATE,
                    List.of());
        } catch (RefusedException e) {
            return RowResult.rejected(numbers.get(0), e.violations());
        }
    }

    /** The numbers of a subject's records on the list that the row names, on display or not. */
    private List<String> removable(Region region, CollectedRecord row, @Nullable String number) {
        List<DishonestyRecord> listed =
                batches
                        .findBySubject(region.code(), Objects.toString(row.subject().uscc(), ""))
                        .stream()
                        .filter(record -> record.item().equals(row.item()))
                        .filter(record -> number == null || record.recordNo().equals(number))
                        .toList();
        List<DishonestyRecord> displayed =
                listed.stream()
                        .filter(record -> record.display().state() == RecordState.DISPLAYED)
                        .toList();
        return (displayed.isEmpty() ? listed.stream().limit(1).toList() : displayed)
                .stream().map(DishonestyRecord::recordNo).toList();
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
