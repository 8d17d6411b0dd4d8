package org.creditrepair.workflow.queue;

import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import org.creditrepair.application.model.Stage;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the queue.
 *
 * @param groups whose tasks are shown
 * @param account whose own tasks are shown besides
 * @param stage only these; null for all
 * @param words part of a name, code or number; empty for any
 * @param today begin of the day asked on
 * @param tomorrow its end
 */
public record QueueQuery(
        RegionCode region,
        Set<String> groups,
        String account,
        QueueFilter filter,
        @Nullable Stage stage,
        String words,
        OffsetDateTime today,
        OffsetDateTime tomorrow) {

    /** The same for another part of the queue. */
    QueueQuery with(QueueFilter other, @Nullable Stage otherStage) {
        return new QueueQuery(region, groups, account, other, otherStage, words, today, tomorrow);
    }

    /** Whether words are searched for, and no number. */
    boolean isOfWords() {
        return !words.isEmpty() && words.chars().noneMatch(Character::isDigit);
    }

    /** The same searched for other words; empty for any. */
    QueueQuery with(String otherWords) {
        return new QueueQuery(region, groups, account, filter, stage, otherWords, today, tomorrow);
    }

    /** How a search compares: without blanks, in small letters, brackets of every kind alike. */
    static String plain(String text) {
        String small = text.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        return StringUtils.replaceChars(small, "（）［］[]【】〔〕", "()()()()()");
    }
}
