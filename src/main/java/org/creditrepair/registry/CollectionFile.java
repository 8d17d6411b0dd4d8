package org.creditrepair.registry;

import java.time.OffsetDateTime;
import org.creditrepair.catalog.RegionCode;

/**
 * A file that a unit delivered (报送文件), and how far it has been taken in.
 *
 * @param stock whether its records are displayed already (存量); else they are new (增量)
 * @param unit code of the unit that delivered; null if the sender belongs to none
 * @param percent how much of the file has been read, 0 to 100
 * @param failure why it could not be read; else null
 */
public record CollectionFile(
        long id,
        RegionCode region,
        Dataset dataset,
        boolean stock,
        String fileName,
        String contentType,
        long size,
        String sha256,
        String sender,
        String unit,
        OffsetDateTime deliveredAt,
        Status status,
        Progress progress,
        int percent,
        String failure,
        OffsetDateTime finishedAt) {

    /** How far a file has come. */
    public enum Status {
        /** 已接收. */
        RECEIVED,
        /** 归集中. */
        RUNNING,
        /** 已完成. */
        FINISHED,
        /** 退回: it cannot be read. */
        RETURNED
    }

    /** Rows by what became of them. */
    public record Progress(
            long rows, long accepted, long duplicate, long corrected, long rejected) {

        /** The same with the rows of one more batch. */
        Progress plus(Iterable<RowResult> results) {
            long[] counts = new long[RowResult.Status.values().length];
            long more = 0;
            for (RowResult result : results) {
                counts[result.status().ordinal()]++;
                more++;
            }
            return new Progress(
                    rows + more,
                    accepted + counts[RowResult.Status.ACCEPTED.ordinal()],
                    duplicate + counts[RowResult.Status.DUPLICATE.ordinal()],
                    corrected + counts[RowResult.Status.CORRECTED.ordinal()],
                    rejected + counts[RowResult.Status.REJECTED.ordinal()]);
        }
    }
}
