package org.creditrepair.application.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.creditrepair.application.model.CaseFile;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An application is read once a transaction, and never from an earlier one. */
class LoadedFilesTest {

    private final LoadedFiles loaded = new LoadedFiles();
    private final List<String> read = new ArrayList<>();
    private final TransactionTemplate transaction = transactions();
    private final TransactionTemplate another = transactions();

    private static TransactionTemplate transactions() {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:");
        return new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    private Optional<CaseFile> find(String applicationNo) {
        return loaded.get(
                applicationNo,
                no -> {
                    read.add(no);
                    return Optional.empty();
                });
    }

    @AfterEach
    void nothingStays() {
        assertThat(TransactionSynchronizationManager.getResource(loaded)).isNull();
    }

    @Test
    void withoutATransactionEveryReadingIsNew() {
        find("1");
        find("1");
        assertThat(read).containsExactly("1", "1");
    }

    @Test
    void aTransactionReadsEachOnceUntilItWrites() {
        transaction.executeWithoutResult(
                status -> {
                    find("1");
                    find("2");
                    find("1");
                    loaded.forget("1");
                    find("1");
                    find("2");
                });
        assertThat(read).containsExactly("1", "2", "1");
    }

    @Test
    void theNextTransactionReadsAnewAfterACommitAndAfterARollback() {
        transaction.executeWithoutResult(status -> find("1"));
        transaction.executeWithoutResult(
                status -> {
                    find("1");
                    status.setRollbackOnly();
                });
        transaction.executeWithoutResult(status -> find("1"));
        assertThat(read).containsExactly("1", "1", "1");
    }

    @Test
    void aTransactionOfItsOwnInsideSeesNothingOfTheOuterOne() {
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        another.setTransactionManager(transaction.getTransactionManager());
        transaction.executeWithoutResult(
                status -> {
                    find("1");
                    another.executeWithoutResult(inner -> find("1"));
                    find("1");
                });
        assertThat(read).containsExactly("1", "1");
    }

    @Test
    void whatIsReadAfterTheCommitIsReadAnewAndNotKept() {
        transaction.executeWithoutResult(
                status -> {
                    find("1");
                    TransactionSynchronizationManager.registerSynchronization(
                            new TransactionSynchronization() {
                                @Override
                                public void afterCommit() {
                                    find("1");
                                }
                            });
                });
        assertThat(read).containsExactly("1", "1");
    }
}
