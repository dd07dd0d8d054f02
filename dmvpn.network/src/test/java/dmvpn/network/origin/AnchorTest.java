package dmvpn.network.origin;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.origin.Anchor.Position;
import org.junit.jupiter.api.Test;

class AnchorTest {

    private final Anchor anchor = new Anchor(new Position(100, 10, 5));

    @Test
    void anOriginIsCountedFromItsAnchor() {
        Origin onTheFirstLine = Origin.relative("a.dmvpn", anchor, new Position(7, 1, 8), 3, "hub HQ");
        Origin below = Origin.relative("a.dmvpn", anchor, new Position(40, 3, 2), 3, "hub HQ");

        assertThat(onTheFirstLine).hasToString("a.dmvpn:10:12");
        assertThat(onTheFirstLine.offset()).isEqualTo(107);
        assertThat(below).hasToString("a.dmvpn:12:2");
        assertThat(below.offset()).isEqualTo(140);
        assertThat(below.length()).isEqualTo(3);
    }

    @Test
    void anOriginFollowsTheTextWhenItsAnchorMoves() {
        Origin origin = Origin.relative("a.dmvpn", anchor, new Position(40, 3, 2), 3, "hub HQ").labelled("hub HQ lan");

        anchor.moveTo(new Position(90, 9, 1));

        assertThat(origin).hasToString("a.dmvpn:11:2");
        assertThat(origin.offset()).isEqualTo(130);
        assertThat(origin.element()).isEqualTo("hub HQ lan");
    }

    @Test
    void aPositionKnowsWhereItsTextGoesOn() {
        assertThat(Position.START.behind("ab\ncd", 5)).isEqualTo(new Position(5, 2, 3));
        assertThat(Position.START.behind("ab\ncd", 2)).isEqualTo(new Position(2, 1, 3));
        assertThat(new Position(100, 10, 5).plus(new Position(5, 2, 3))).isEqualTo(new Position(105, 11, 3));
        assertThat(new Position(100, 10, 5).plus(new Position(2, 1, 3))).isEqualTo(new Position(102, 10, 7));
    }
}
