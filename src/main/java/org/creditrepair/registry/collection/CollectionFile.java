package org.creditrepair.registry.collection;

import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.creditrepair.registry.delivery.Dataset;
import org.creditrepair.registry.delivery.RowResult;
import org.creditrepair.vocabulary.Labelled;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * A file that a unit delivered (报送文件), and how far it has been taken in.
 *
 * @param stock whether its records are displayed already (存量); else they are new (增量)
 */
public record CollectionFile(
        long id,
        RegionCode region,
        Dataset dataset,
        boolean stock,
        Content content,
        Delivery delivery,
        State state,
        Progress progress) {

    /** Content of the file. */
    public record Content(String fileName, String contentType, long size, String sha256) {}

    /**
     * Who delivered a file, and when.
     *
     * @param unit code of the unit that delivered; null if the sender belongs to none
     */
    public record Delivery(String sender, @Nullable String unit, OffsetDateTime deliveredAt) {}

    /**
     * How far a file has come.
     *
     * @param percent how much of the file has been read, 0 to 100
     * @param failure why it could not be read; else null
     */
    public record State(
            Status status,
            int percent,
            @Nullable String failure,
            @Nullable OffsetDateTime finishedAt) {}

    /** How far a file has come. */
    public enum Status implements Labelled {
        /** 已接收. */
        RECEIVED("已接收"),
        /** 归集中. */
        RUNNING("归集中"),
        /** 已完成. */
        FINISHED("已完成"),
        /** 退回: it cannot be read. */
        RETURNED("退回");

        private final String text;

        Status(String text) {
            this.text = text;
        }

        @Override
        public String text() {
            return text;
        }
    }

    /** Counts of rows by result. */
    public record Progress(
            long rows, long accepted, long duplicate, long corrected, long rejected) {

        /** The same with the rows of one more batch. */
        Progress plus(Iterable<RowResult> results) {
            Map<RowResult.Status, Long> counts = new EnumMap<>(RowResult.Status.class);
            long more = 0;
            for (RowResult result : results) {
                counts.merge(result.status(), 1L, Long::sum);
                more++;
            }
            return new Progress(
                    rows + more,
                    accepted + counts.getOrDefault(RowResult.Status.ACCEPTED, 0L),
                    duplicate + counts.getOrDefault(RowResult.Status.DUPLICATE, 0L),
                    corrected + counts.getOrDefault(RowResult.Status.CORRECTED, 0L),
                    rejected + counts.getOrDefault(RowResult.Status.REJECTED, 0L));
        }
    }
}
