package org.creditrepair.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a process and its PostgreSQL have spent.
 *
 * @param processMillis CPU of the process, the compiler's included
 * @param compilerMillis CPU of the process's compiler threads, which a server that has run for a
 *     day spends no more; 0 where the system does not tell
 * @param databaseMillis CPU of all processes of PostgreSQL
 * @param statements with begin and commit
 * @param commits of transactions
 * @param rows returned or written
 * @param ofSandbox statements that touch tables of the sandbox platforms
 */
record Spent(
        double processMillis,
        double compilerMillis,
        double databaseMillis,
        long statements,
        long commits,
        long rows,
        long ofSandbox) {

    static final Spent NOTHING = new Spent(0, 0, 0, 0, 0, 0, 0);

    /** Has a database count its statements from now on. */
    static void count(Map<String, Object> database) throws SQLException {
        try (Connection connection = connected(database);
                Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
            statement.execute(
                    "alter database \""
                            + connection.getCatalog()
                            + "\" set pg_stat_statements.track = 'top'");
        }
    }

    static Spent untilNow(ProcessHandle process, Map<String, Object> database)
            throws SQLException, InterruptedException {
        TimeUnit.SECONDS.sleep(2); // PostgreSQL tells its counters with a delay
        try (Connection connection = connected(database);
                Statement statement = connection.createStatement()) {
            ResultSet row =
                    statement.executeQuery(
                            """
                            select pg_backend_pid(), sum(s.calls), sum(s.rows),
                                sum(case when s.query ilike '%sandbox%' then s.calls else 0 end),
                                max(b.xact_commit)
                            from pg_stat_statements s
                            join pg_stat_database b on b.datid = s.dbid
                            where b.datname = current_database()""");
            row.next();
            return new Spent(
                    millis(process),
                    ofCompiler(process),
                    ofServer(row.getLong(1)),
                    row.getLong(2),
                    row.getLong(5),
                    row.getLong(3),
                    row.getLong(4));
        }
    }

    /** What was spent since an earlier moment. */
    Spent since(Spent before) {
        return new Spent(
                processMillis - before.processMillis,
                compilerMillis - before.compilerMillis,
                databaseMillis - before.databaseMillis,
                statements - before.statements,
                commits - before.commits,
                rows - before.rows,
                ofSandbox - before.ofSandbox);
    }

    Spent plus(Spent other) {
        return new Spent(
                processMillis + other.processMillis,
                compilerMillis + other.compilerMillis,
                databaseMillis + other.databaseMillis,
                statements + other.statements,
                commits + other.commits,
                rows + other.rows,
                ofSandbox + other.ofSandbox);
    }

    /** CPU of process and database together, in milliseconds. */
    double cpu() {
        return processMillis + databaseMillis;
    }

    /** The same without the compiler's. */
    double cpuWhenWarm() {
        return cpu() - compilerMillis;
    }

    String perCase(int cases) {
        return "CPU %5.0f ms (process %4.0f, of it compiler %3.0f, database %4.0f), %4d statements, %3d commits, %5d rows, %3d statements of the sandbox"
                .formatted(
                        cpu() / cases,
                        processMillis / cases,
                        compilerMillis / cases,
                        databaseMillis / cases,
                        statements / cases,
                        commits / cases,
                        rows / cases,
                        ofSandbox / cases);
    }

    private static Connection connected(Map<String, Object> database) throws SQLException {
        return DriverManager.getConnection(
                (String) database.get("spring.datasource.url"),
                (String) database.get("spring.datasource.username"),
                (String) database.get("spring.datasource.password"));
    }

    private static double ofServer(long backend) {
        return ProcessHandle.of(backend).flatMap(ProcessHandle::parent).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToDouble(Spent::millis)
                .sum();
    }

    /** By the threads' own counters, in hundredths of a second, as Linux keeps them. */
    private static double ofCompiler(ProcessHandle process) {
        Path threads = Path.of("/proc", String.valueOf(process.pid()), "task");
        if (!Files.isDirectory(threads)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(threads)) {
            return all.mapToDouble(Spent::ifOfCompiler).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double ifOfCompiler(Path thread) {
        try {
            String line = Files.readString(thread.resolve("stat"));
            int end = line.lastIndexOf(')');
            String name = line.substring(line.indexOf('(') + 1, end);
            String[] rest = line.substring(end + 2).split(" ", -1);
            return name.matches("C[12] Compiler.*")
                    ? 10.0 * (Long.parseLong(rest[11]) + Long.parseLong(rest[12]))
                    : 0;
        } catch (IOException e) {
            return 0; // ended meanwhile
        }
    }

    private static double millis(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e6;
    }
}
