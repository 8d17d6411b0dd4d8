package org.creditrepair;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.creditrepair.registry.record.Uscc;

/** Files of penalties about companies that do not exist, as long as one likes. */
public final class PenaltyFiles {

    private static final List<String> HEADINGS =
            List.of(
                    "行政相对人名称",
                    "统一社会信用代码",
                    "行政处罚决定书文号",
                    "违法行为类型",
                    "处罚类别",
                    "处罚内容",
                    "处罚决定日期",
                    "处罚机关",
                    "数据来源单位");

    private PenaltyFiles() {}

    /** Writes a CSV in UTF-8. */
    public static Path csv(Path file, int rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(String.join(",", HEADINGS) + "\n");
            for (int i = 1; i <= rows; i++) {
                out.write(String.join(",", row(i)) + "\n");
            }
        }
        return file;
    }

    /** Writes an XLSX. */
    public static Path xlsx(Path file, int rows) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(null, 100, false, true);
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("行政处罚");
            fill(sheet.createRow(0), HEADINGS);
            for (int i = 1; i <= rows; i++) {
                fill(sheet.createRow(i), row(i));
            }
            workbook.write(out);
        }
        return file;
    }

    private static void fill(Row row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            row.createCell(i).setCellValue(cells.get(i));
        }
    }

    private static List<String> row(int number) {
        String first17 = "91150100MB" + "%07d".formatted(number);
        return List.of(
                "虚构第" + number + "号有限公司",
                first17 + Uscc.checkCharacter(first17),
                "虚构罚决〔2025〕" + number + "号",
                "虚构违法行为",
                "罚款",
                "缴纳罚款",
                "2026-0" + (1 + number % 2) + "-1" + number % 10,
                "虚构处罚机关",
                "呼和浩特市市场监督管理局");
    }
}
