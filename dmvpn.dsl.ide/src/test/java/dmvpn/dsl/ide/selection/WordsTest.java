package dmvpn.dsl.ide.selection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "wan Internet 10.0.0.1/24 gateway 10.0.0.254 | 0.1/2   | 10.0.0.1/24",
        "overlay 2001:db8::1/64                      | db8     | 2001:db8::1/64",
        "lan 10.100.{n}.0/24                         | {n}     | 10.100.{n}.0/24",
        "esp aes-gcm-256  mode transport             | gcm     | aes-gcm-256",
        "at 1h30m ping                               | 30m     | 1h30m",
        "duration 110s                               | s       | 110s",
        "spoke Branch[1..2] {                        | ranch   | Branch",
        "psk secret \"wan-psk of all\"               | psk of  | wan-psk",
        "// see 10.0.0.0/8 there                     | 0.0     | 10.0.0.0/8",
    })
    void oneWordIsWhatAnEngineerReadsAsOne(String line, String place, String word) {
        int offset = place.equals("s") ? line.indexOf("110s") + 3 : line.indexOf(place);
        assertThat(new Words().at(line, offset)).hasValueSatisfying(found ->
                assertThat(line.substring(found.offset(), found.offset() + found.length())).isEqualTo(word));
    }

    @Test
    void behindAWordTheWordIsMeant() {
        assertThat(new Words().at("hub HQ-1", 8)).contains(new Words.Word(4, 4));
    }

    @Test
    void atAQuoteAllBetweenTheQuotesIsMeant() {
        assertThat(new Words().at("import \"a b.dmvpn\"", 7)).contains(new Words.Word(8, 9));
    }

    @Test
    void spaceIsNoWord() {
        assertThat(new Words().at("hub   HQ1", 5)).isEmpty();
        assertThat(new Words().at("", 0)).isEmpty();
    }
}
