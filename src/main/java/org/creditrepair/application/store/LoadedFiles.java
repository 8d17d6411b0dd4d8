package org.creditrepair.application.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.creditrepair.application.model.CaseFile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The applications that the running transaction has read, so that each is read once; one of which a
 * row is written is read again. Outside a transaction nothing is kept.
 */
@Component
class LoadedFiles {

    private static final class Files extends ResourceHolderSupport {

        private final Map<String, Optional<CaseFile>> byNumber = new HashMap<>();
    }

    /** The application, read by {@code read} if it has not been read yet. */
    Optional<CaseFile> get(String applicationNo, Function<String, Optional<CaseFile>> read) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return read.apply(applicationNo);
        }
        return ofTransaction().byNumber.computeIfAbsent(applicationNo, read);
    }

    /** A row of the application is written. */
    void forget(String applicationNo) {
        if (TransactionSynchronizationManager.getResource(this) instanceof Files files) {
            files.byNumber.remove(applicationNo);
        }
    }

    private Files ofTransaction() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Files files) {
            return files;
        }
        Files files = new Files();
        TransactionSynchronizationManager.bindResource(this, files);
        TransactionSynchronizationManager.registerSynchronization(
                new ResourceHolderSynchronization<Files, LoadedFiles>(files, this) {});
        return files;
    }
}
