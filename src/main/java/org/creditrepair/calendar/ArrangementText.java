package org.creditrepair.calendar;

import java.util.List;
import java.util.stream.Collectors;
import org.creditrepair.problem.RefusedException;

/**
 * A year's arrangement as it is handed in: a line a span as {@link Arrangements} reads it, or CSV
 * with the columns {@code date,kind,name} and the kinds {@code holiday} and {@code workday}.
 */
public final class ArrangementText {

    private static final String CSV_HEADING = "date,kind,name";
    private static final int MOST = 8_000;

    private ArrangementText() {}

    /**
     * The arrangement of a year as text in the one form that is kept.
     *
     * @throws RefusedException naming the line that is wrong, or the day that is of another year
     */
    public static String of(int year, String handedIn) {
        if (handedIn == null || handedIn.isBlank()) {
            throw RefusedException.invalid("text", "REQUIRED", "须有放假和调休上班的日期");
        }
        List<String> lines = handedIn.strip().replace("\uFEFF", "").lines().toList();
        try {
            Arrangements read =
                    Arrangements.parse(
                            year + " 年安排",
                            lines.get(0).strip().equals(CSV_HEADING) ? ofCsv(lines) : lines);
            for (int other : read.years()) {
                if (other != year) {
                    throw RefusedException.invalid(
                            "text", "OTHER_YEAR", "含有 " + other + " 年的日期，一次只导入一年");
                }
            }
            String text = read.text(year);
            if (text.length() > MOST) {
                throw RefusedException.invalid("text", "TOO_LONG", "日期过多");
            }
            return text;
        } catch (IllegalArgumentException e) {
            throw RefusedException.invalid("text", "INVALID", String.valueOf(e.getMessage()));
        }
    }

    private static List<String> ofCsv(List<String> lines) {
        return lines.stream().map(ArrangementText::ofCsvLine).collect(Collectors.toList());
    }

    private static String ofCsvLine(String line) {
        String[] cells = line.strip().split(",", -1);
        if (line.strip().equals(CSV_HEADING)) {
            return "# " + line;
        }
        boolean known =
                cells.length == 3 && (cells[1].equals("holiday") || cells[1].equals("workday"));
        return known
                ? (cells[1].equals("workday") ? "班 " : "休 ") + cells[0] + " " + cells[2]
                : line;
    }
}
