package org.creditrepair.registry.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsccTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @Test
    void theCheckCharacterFollowsTheWeightedSum() {
        // 3·1 + 29·2 = 61, 61 mod 31 = 30, 31 − 30 = 1: weights of positions 2 and 10 are 3 and 29.
        assertThat(Uscc.checkCharacter("01000000020000000")).isEqualTo('1');
        assertThat(Uscc.checkCharacter("00000000000000000")).isEqualTo('0');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "91150100MA0XG0001",
                "91150100MA0XG00010A",
                "9115010IMA0XG0001X",
                "91150100MA0XG000SX",
                "91150100ma0xg0001x",
                "9115O100MA0XG0001X"
            })
    void whatIsNotACodeIsRefused(String value) {
        assertThat(Uscc.isWellFormed(value)).isFalse();
        assertThatThrownBy(() -> new Uscc(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<String> bodies() {
        StringArbitrary letters = Arbitraries.strings().withChars(ALPHABET.toCharArray());
        return Combinators.combine(
                        letters.ofLength(2),
                        Arbitraries.strings().numeric().ofLength(6),
                        letters.ofLength(9))
                .as((head, region, tail) -> head + region + tail);
    }

    @Property
    void everySingleWrongCharacterIsNoticed(
            @ForAll("bodies") String first17,
            @ForAll @IntRange(max = 16) int place,
            @ForAll @IntRange(min = 1, max = 9) int shift) {
        Uscc right = new Uscc(first17 + Uscc.checkCharacter(first17));
        assertThat(right.checks()).isTrue();
        char other = (char) ('0' + (ALPHABET.indexOf(first17.charAt(place)) + shift) % 10);
        if (other != first17.charAt(place)) {
            String wrong = first17.substring(0, place) + other + right.value().substring(place + 1);
            assertThat(new Uscc(wrong).checks()).isFalse();
        }
    }
}
