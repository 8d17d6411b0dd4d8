package org.creditrepair.registry.collection;

import java.util.List;
import org.creditrepair.problem.Violation;
import org.creditrepair.registry.delivery.RowResult;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a row of a file.
 *
 * @param rowNo number of the row, from 1, the heading not counted
 * @param errors empty unless rejected; their fields are the file's headings
 */
public record FileRow(
        long rowNo, @Nullable String recordNo, RowResult.Status status, List<Violation> errors) {}
