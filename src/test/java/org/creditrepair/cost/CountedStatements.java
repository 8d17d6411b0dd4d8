package org.creditrepair.cost;

import java.sql.Connection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;

/** Counts the statements and commits that reach the database; one of a batch counts as one. */
@TestConfiguration(proxyBeanMethods = false)
public class CountedStatements
        implements BeanPostProcessor, QueryExecutionListener, MethodExecutionListener {

    private final Map<String, LongAdder> statements = new ConcurrentHashMap<>();
    private final LongAdder commits = new LongAdder();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource dataSource
                ? ProxyDataSourceBuilder.create(dataSource)
                        .listener(this)
                        .methodListener(this)
                        .build()
                : bean;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        int times = Math.max(1, execution.getBatchSize());
        queries.forEach(
                query ->
                        statements
                                .computeIfAbsent(
                                        shortened(query.getQuery()), sql -> new LongAdder())
                                .add(times));
    }

    @Override
    public void beforeMethod(MethodExecutionContext execution) {}

    @Override
    public void afterMethod(MethodExecutionContext execution) {
        if (execution.getTarget() instanceof Connection
                && execution.getMethod().getName().equals("commit")) {
            commits.increment();
        }
    }

    private static String shortened(String sql) {
        return sql.strip().replaceAll("\\s+", " ");
    }

    void reset() {
        statements.clear();
        commits.reset();
    }

    long statements() {
        return statements.values().stream().mapToLong(LongAdder::sum).sum();
    }

    long commits() {
        return commits.sum();
    }

    /** The most frequent statements with their number for each of so many cases. */
    String mostFrequent(int cases, int lines) {
        return statements.entrySet().stream()
                .sorted(Comparator.comparing(one -> -one.getValue().sum()))
                .limit(lines)
                .map(
                        one ->
                                "%7.2f  %s"
                                        .formatted(
                                                one.getValue().sum() / (double) cases,
                                                one.getKey()))
                .collect(Collectors.joining("\n"));
    }
}
