package org.creditrepair.task;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Text;
import org.creditrepair.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * A person's answer to a human task, checked.
 *
 * @param comment what the person wrote (意见); null for nothing, which only outcomes allow that need
 *     none
 * @param refusalReason kind of reason of a refusal; null for other outcomes
 * @param details what was given in {@link HumanTask#details()}, without blanks
 */
public record TaskAnswer(
        HumanTask task,
        Outcome outcome,
        @Nullable String comment,
        @Nullable RefusalReason refusalReason,
        Map<String, String> details) {

    /** Longest detail, in characters. */
    private static final int MAX_DETAIL = 128;

    public TaskAnswer {
        details = Map.copyOf(details);
    }

    /**
     * Checks that only fields of the task are given.
     *
     * @throws RefusedException naming every other field, answered with 400
     */
    public static void checkFields(HumanTask task, Set<String> given) {
        List<Violation> foreign =
                given.stream()
                        .filter(field -> !task.fields().contains(field))
                        .sorted()
                        .map(
                                field ->
                                        new Violation(
                                                field,
                                                "UNKNOWN_FIELD",
                                                "“"
                                                        + task.text()
                                                        + "”任务只接受 "
                                                        + String.join("、", task.fields())))
                        .toList();
        if (!foreign.isEmpty()) {
            throw RefusedException.malformed(foreign);
        }
    }

    /**
     * Reads the fields of an answer. A kind of reason that was asked for and left empty is refused;
     * one that was not asked for is counted as unstated.
     *
     * @param fields as the person gave them; every field may be missing or wrong
     * @throws RefusedException naming every field that is wrong; with 400 where one is no text
     */
    public static TaskAnswer of(HumanTask task, Map<String, Object> fields) {
        checkFields(task, fields.keySet());
        List<Violation> wrong = new ArrayList<>();
        Optional<Outcome> outcome = outcome(task, fields.get(task.outcomeField()), wrong);
        String comment = Text.given(HumanTask.COMMENT, fields.get(HumanTask.COMMENT));
        if (comment == null && outcome.filter(Outcome::commentRequired).isPresent()) {
            wrong.add(new Violation(HumanTask.COMMENT, "REQUIRED", "此结果须填写意见，说明理由或须补正的内容"));
        }
        Text.check(HumanTask.COMMENT, comment, HumanTask.MAX_COMMENT).ifPresent(wrong::add);
        RefusalReason reason = reason(fields.get(HumanTask.REFUSAL_REASON), wrong);
        boolean refuses = outcome.filter(Outcome::isRefusal).isPresent();
        if (refuses && "".equals(fields.get(HumanTask.REFUSAL_REASON))) {
            wrong.add(new Violation(HumanTask.REFUSAL_REASON, "REQUIRED", "请选择理由类别"));
        }
        Map<String, String> details = details(task, fields, wrong);
        if (!wrong.isEmpty()) {
            throw RefusedException.invalid(wrong);
        }
        Outcome chosen = outcome.orElseThrow();
        RefusalReason kept = reason == null ? RefusalReason.UNSTATED : reason;
        return new TaskAnswer(task, chosen, comment, refuses ? kept : null, details);
    }

    private static Map<String, String> details(
            HumanTask task, Map<String, Object> fields, List<Violation> wrong) {
        Map<String, String> details = new HashMap<>();
        for (String field : task.details()) {
            String given = Text.given(field, fields.get(field));
            if (given != null) {
                Text.check(field, given, MAX_DETAIL).ifPresent(wrong::add);
                details.put(field, given);
            }
        }
        return details;
    }

    private static Optional<Outcome> outcome(
            HumanTask task, @Nullable Object given, List<Violation> wrong) {
        String code = Text.given(task.outcomeField(), given);
        Optional<Outcome> outcome =
                task.outcomes().stream().filter(one -> one.name().equals(code)).findFirst();
        if (code == null) {
            wrong.add(Violation.required(task.outcomeField()));
        } else if (outcome.isEmpty()) {
            wrong.add(Violation.invalid(task.outcomeField(), oneOf(task.outcomes().stream())));
        }
        return outcome;
    }

    private static @Nullable RefusalReason reason(@Nullable Object given, List<Violation> wrong) {
        String code = Text.given(HumanTask.REFUSAL_REASON, given);
        if (code == null) {
            return null;
        }
        Optional<RefusalReason> reason =
                RefusalReason.choices().stream().filter(one -> one.name().equals(code)).findFirst();
        if (reason.isEmpty()) {
            wrong.add(
                    Violation.invalid(
                            HumanTask.REFUSAL_REASON, oneOf(RefusalReason.choices().stream())));
        }
        return reason.orElse(null);
    }

    private static String oneOf(Stream<? extends Enum<?>> codes) {
        return codes.map(Enum::name).collect(Collectors.joining("、", "取值须为 ", " 之一"));
    }
}
