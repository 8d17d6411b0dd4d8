package org.creditrepair.benchmark;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.creditrepair.Api;

/** Medians of what requests take over HTTP, in milliseconds, by request. */
final class Medians {

    private Medians() {}

    private static final int ROUNDS = 3;

    /**
     * Makes each request so often, all of which must succeed; the best of three rounds, since what
     * else a machine does only adds.
     */
    static Map<String, Double> measure(
            List<String> requests, int calls, Function<String, Api.Answer> call) {
        Map<String, Double> medians = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (String request : requests) {
                medians.merge(request, median(request, calls, call), Math::min);
            }
        }
        return medians;
    }

    private static double median(String request, int calls, Function<String, Api.Answer> call) {
        long[] times = new long[calls];
        for (int i = 0; i < calls; i++) {
            long begin = System.nanoTime();
            Api.Answer answer = call.apply(request);
            times[i] = System.nanoTime() - begin;
            if (answer.status() != 200) {
                throw new IllegalStateException(request + ": " + answer.text());
            }
        }
        Arrays.sort(times);
        return times[calls / 2] / 1e6;
    }

    static void print(Map<String, Double> few, Map<String, Double> many) {
        System.out.printf(
                Locale.ROOT, "%n%-50s %10s %10s %6s%n", "request", "few ms", "many ms", "ratio");
        few.forEach(
                (request, before) ->
                        System.out.printf(
                                Locale.ROOT,
                                "%-50s %10.1f %10.1f %6.2f%n",
                                request,
                                before,
                                many.get(request),
                                many.get(request) / before));
    }
}
