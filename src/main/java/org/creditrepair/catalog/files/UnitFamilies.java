package org.creditrepair.catalog.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.creditrepair.catalog.model.Division;
import org.creditrepair.catalog.model.Level;
import org.creditrepair.catalog.model.Unit;

/**
 * Makes the units of a region from its file: each that is written there, with the names that its
 * {@code short} names give together with the place, and those of {@code also}, and, where it says
 * what the offices {@code below} it are called, one of them for every division, unless the division
 * calls it otherwise.
 */
final class UnitFamilies {

    private final String place;
    private final Level level;
    private final JsonNode divisions;
    private final JsonNode written;

    /**
     * @param region the file, valid by its schema
     */
    UnitFamilies(JsonNode region) {
        this.place = region.path("name").asText();
        this.level = Level.valueOf(region.path("level").asText());
        this.divisions = region.path("divisions");
        this.written = region.path("units");
    }

    private static Division division(JsonNode written) {
        return new Division(
                written.path("code").asText(),
                written.path("name").asText(),
                written.path("shortName").textValue(),
                Level.valueOf(written.path("level").asText()));
    }

    /** The units, each before the offices below it. */
    List<Unit> units() {
        List<Unit> units = new ArrayList<>();
        for (JsonNode one : written) {
            List<String> shortNames = texts(one.path("short"));
            units.add(own(one, shortNames));
            if (one.has("below")) {
                for (JsonNode division : divisions) {
                    units.add(lower(one, division, shortNames));
                }
            }
        }
        return units;
    }

    private Unit own(JsonNode written, List<String> shortNames) {
        return new Unit(
                written.path("code").asText(),
                written.path("name").asText(),
                Stream.concat(
                                shortNames.stream().map(name -> place + name),
                                texts(written.path("also")).stream())
                        .toList(),
                shortNames.stream().map(name -> level.text() + name).toList(),
                null,
                null,
                texts(written.path("gathers")));
    }

    private static Unit lower(JsonNode upper, JsonNode written, List<String> shortNames) {
        Division division = division(written);
        String parent = upper.path("code").asText();
        String below = written.path("offices").path(parent).asText(upper.path("below").asText());
        return new Unit(
                parent + "-" + division.code(),
                division.name() + below,
                Stream.of(division.name(), division.shortName())
                        .filter(Objects::nonNull)
                        .flatMap(
                                name ->
                                        Stream.concat(shortNames.stream(), Stream.of(below))
                                                .map(office -> name + office))
                        .distinct()
                        .toList(),
                List.of(),
                parent,
                division,
                List.of());
    }

    private static List<String> texts(JsonNode list) {
        return elements(list).map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
