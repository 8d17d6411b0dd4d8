package org.creditrepair.web.shared;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * A table that is downloaded.
 *
 * @param title name of the sheet
 * @param rows cells are texts, numbers or moments, told to the minute; null for an empty one
 */
public record Table(String title, List<String> headings, List<List<Object>> rows) {

    /** Begins a CSV so that spreadsheet programs know its charset. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private static final int DIGITS = 4;

    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    /**
     * The table as the file that is asked for, or what it shows as JSON.
     *
     * @param format json, csv or xlsx
     * @param name of the file
     * @throws RefusedException if the format is none of them
     */
    public ResponseEntity<Object> answer(String format, String name, Object json) {
        return switch (Download.of(format, Download.JSON, Download.CSV, Download.XLSX)) {
            case CSV -> Download.CSV.answer(name, csv());
            case XLSX -> Download.XLSX.answer(name, xlsx());
            default -> ResponseEntity.ok(json);
        };
    }

    /** As CSV in UTF-8. */
    public byte[] csv() {
        StringWriter text = new StringWriter();
        text.write(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(headings);
            for (List<Object> row : rows) {
                csv.writeRecord(row.stream().map(Table::cell).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Texts that a spreadsheet program would take for a formula are marked as texts. */
    private static String cell(Object value) {
        String text = Objects.toString(shown(value), "");
        boolean formula =
                !(value instanceof Number)
                        && !text.isEmpty()
                        && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }

    /** Moments to the minute, shares and means to four digits behind the point. */
    private static @Nullable Object shown(@Nullable Object value) {
        if (value instanceof OffsetDateTime moment) {
            return BusinessClock.at(moment).format(MINUTES);
        }
        return value instanceof Double number && Double.isFinite(number)
                ? BigDecimal.valueOf(number)
                        .setScale(DIGITS, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                : value;
    }

    /** As XLSX. */
    public byte[] xlsx() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SXSSFWorkbook workbook = new SXSSFWorkbook()) {
            Sheet sheet = workbook.createSheet(title);
            fill(sheet.createRow(0), headings);
            for (int i = 0; i < rows.size(); i++) {
                fill(sheet.createRow(i + 1), rows.get(i));
            }
            workbook.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void fill(Row row, List<?> values) {
        for (int i = 0; i < values.size(); i++) {
            Cell cell = row.createCell(i);
            Object value = shown(values.get(i));
            if (value instanceof Number number) {
                cell.setCellValue(number.doubleValue());
            } else {
                cell.setCellValue(Objects.toString(value, ""));
            }
        }
    }
}
