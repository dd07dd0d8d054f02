package dmvpn.app.packet;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.packet.Octets;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Bytes as people read them. */
class HexDumpTest {

    private final HexDump dump = new HexDump(Octets.of("sixteen bytes, and\n two".getBytes(StandardCharsets.US_ASCII)));

    @Test
    void aRowHasItsOffsetTheDigitsAndTheCharacters() {
        assertThat(dump.text().lines()).containsExactly(
                "0000  73 69 78 74 65 65 6e 20 62 79 74 65 73 2c 20 61   sixteen bytes, a",
                "0010  6e 64 0a 20 74 77 6f                              nd. two         ");
    }

    @Test
    void everyByteIsFoundWhereItStands() {
        for (int offset = 0; offset < 23; offset++) {
            assertThat(dump.byteAt(dump.digitsAt(offset))).hasValue(offset);
            assertThat(dump.byteAt(dump.digitsAt(offset) + 1)).hasValue(offset);
            assertThat(dump.byteAt(dump.characterAt(offset))).hasValue(offset);
        }
        assertThat(dump.text().charAt(dump.characterAt(17))).isEqualTo('d');
    }

    @Test
    void whereNoByteStandsThereIsNone() {
        assertThat(dump.byteAt(0)).isEqualTo(OptionalInt.empty());
        assertThat(dump.byteAt(dump.text().indexOf('\n'))).isEqualTo(OptionalInt.empty());
        assertThat(dump.byteAt(dump.digitsAt(23))).isEqualTo(OptionalInt.empty());
        assertThat(dump.byteAt(dump.text().length())).isEqualTo(OptionalInt.empty());
        assertThat(dump.byteAt(-1)).isEqualTo(OptionalInt.empty());
    }
}
