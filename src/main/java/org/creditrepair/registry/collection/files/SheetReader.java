package org.creditrepair.registry.collection.files;

import com.github.pjfanning.xlsx.StreamingReader;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.creditrepair.problem.Text;

/**
 * Reads the rows of a file one after another, whatever its size: CSV in UTF-8 or GB18030, or the
 * first sheet of an XLSX. Cells are stripped texts; days are {@code YYYY-MM-DD}.
 */
public final class SheetReader implements AutoCloseable {

    private static final int LOOK = 1024 * 1024;
    private static final int ROW_CACHE = 200;
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final Iterator<List<String>> rows;
    private final AutoCloseable source;
    private final IntSupplier percent;
    private long rowsRead;

    private SheetReader(Iterator<List<String>> rows, AutoCloseable source, IntSupplier percent) {
        this.rows = rows;
        this.source = source;
        this.percent = percent;
    }

    /**
     * @throws UnreadableFileException if the file is not what its type says
     */
    public static SheetReader open(Path file, FileType type)
            throws IOException, UnreadableFileException {
        return type.xlsx()
                ? xlsx(file)
                : csv(file, type.charset() == null ? charsetOf(file) : type.charset());
    }

    /** UTF-8 if the beginning of the file is, else GB18030. */
    static Charset charsetOf(Path file) throws IOException {
        byte[] begin;
        try (InputStream in = Files.newInputStream(file)) {
            begin = in.readNBytes(LOOK);
        }
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result =
                decoder.decode(
                        ByteBuffer.wrap(begin),
                        CharBuffer.allocate(begin.length),
                        begin.length < LOOK);
        return result.isError() ? GB18030 : StandardCharsets.UTF_8;
    }

    private static SheetReader csv(Path file, Charset charset) throws IOException {
        long size = Math.max(1, Files.size(file));
        Counting in = new Counting(Files.newInputStream(file));
        CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .skipEmptyLines(true)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .detectBomHeader(charset.equals(StandardCharsets.UTF_8))
                        .ofCsvRecord(in, charset);
        Iterator<CsvRecord> records = reader.iterator();
        Iterator<List<String>> rows =
                new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return records.hasNext();
                    }

                    @Override
                    public List<String> next() {
                        return records.next().getFields().stream().map(SheetReader::plain).toList();
                    }
                };
        return new SheetReader(rows, reader, () -> (int) (100 * in.count / size));
    }

    private static SheetReader xlsx(Path file) throws UnreadableFileException {
        Workbook workbook;
        Sheet sheet;
        Iterator<Row> all;
        int last;
        try {
            workbook =
                    StreamingReader.builder()
                            .rowCacheSize(ROW_CACHE)
                            .setUseSstTempFile(true)
                            .open(file.toFile());
            sheet = workbook.getSheetAt(0);
            all = sheet.iterator();
            last = Math.max(1, sheet.getLastRowNum());
        } catch (RuntimeException e) {
            throw new UnreadableFileException("文件不是有效的 XLSX，或没有工作表");
        }
        int[] read = {0};
        Iterator<List<String>> rows =
                new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return all.hasNext();
                    }

                    @Override
                    public List<String> next() {
                        Row row = all.next();
                        read[0] = row.getRowNum();
                        return cells(row);
                    }
                };
        return new SheetReader(rows, workbook, () -> Math.min(100, 100 * read[0] / last));
    }

    private static String plain(String cell) {
        return Text.normalized(cell.strip());
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (Cell cell : row) {
            while (cells.size() < cell.getColumnIndex()) {
                cells.add("");
            }
            cells.add(plain(text(cell)));
        }
        return cells;
    }

    private static String text(Cell cell) {
        return cell.getCellType() == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell)
                ? cell.getLocalDateTimeCellValue().format(DateTimeFormatter.ISO_LOCAL_DATE)
                : cell.getStringCellValue();
    }

    /**
     * @throws UnreadableFileException if the file is broken from here on
     */
    public boolean hasNext() throws UnreadableFileException {
        return read(rows::hasNext);
    }

    /**
     * @throws UnreadableFileException if the file is broken from here on
     */
    public List<String> next() throws UnreadableFileException {
        List<String> row = read(rows::next);
        rowsRead++;
        return row;
    }

    /** Whatever a parser throws at content is the content's fault; a disk that fails is not. */
    private <T> T read(Supplier<T> reading) throws UnreadableFileException {
        try {
            return reading.get();
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UnreadableFileException("文件内容损坏，第 " + rowsRead + " 行之后无法读取");
        }
    }

    /** How much of the file has been read, 0 to 100. */
    public int percent() {
        return Math.min(100, percent.getAsInt());
    }

    @Override
    public void close() throws IOException {
        try {
            source.close();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    /** Counts the bytes read. */
    private static final class Counting extends FilterInputStream {

        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
