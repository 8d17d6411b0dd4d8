package org.creditrepair.registry.collection;

import java.util.Objects;
import org.creditrepair.registry.delivery.CollectedRecord;
import org.creditrepair.registry.delivery.RowResult;
import org.creditrepair.registry.recognition.ExternalResult;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.register.RecordRegister;
import org.creditrepair.storage.Json;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Corrections of records that would end or shorten a display: a person has agreed to them. */
@Service
public class RecordCorrections {

    private final RecordCollection collection;
    private final RecordRegister register;
    private final Json json;

    RecordCorrections(RecordCollection collection, RecordRegister register, Json json) {
        this.collection = collection;
        this.register = register;
        this.json = json;
    }

    /**
     * Applies a correction.
     *
     * @return the record as it is now
     * @throws IllegalStateException if the row is not right any more
     */
    @Transactional
    public DishonestyRecord apply(ExternalResult result) {
        RowResult row =
                collection.correct(
                        result.region(),
                        json.read(Objects.requireNonNull(result.content()), CollectedRecord.class),
                        result.sender());
        if (row.status() == RowResult.Status.REJECTED) {
            throw new IllegalStateException("更正内容已不符合要求：" + row.errors());
        }
        return register.find(result.region(), result.recordNo()).orElseThrow();
    }
}
