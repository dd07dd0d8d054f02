package dmvpn.diagram.layout;

import static dmvpn.diagram.layout.Dimensions.CARD_HEIGHT;
import static dmvpn.diagram.layout.Dimensions.CARD_WIDTH;
import static dmvpn.diagram.layout.Dimensions.DETAIL_SIZE;
import static dmvpn.diagram.layout.Dimensions.ICON_SIZE;
import static dmvpn.diagram.layout.Dimensions.LINE_HEIGHT;
import static dmvpn.diagram.layout.Dimensions.NAME_SIZE;
import static dmvpn.diagram.layout.Dimensions.PADDING;
import static dmvpn.diagram.layout.Dimensions.SHEET_OFFSET;

import dmvpn.diagram.notation.RouterNode;
import dmvpn.diagram.notation.ShownValue.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the texts of a router on its card. Every card has the same size, whatever is on it. */
final class CardPlacer {

    private static final int SHEETS = 2;
    private static final double BADGE_HEIGHT = 18;
    private static final double BADGE_PADDING = 7;

    private CardPlacer() {
    }

    static PlacedRouter place(RouterNode node, double x, double y) {
        Box card = new Box(x, y, CARD_WIDTH, CARD_HEIGHT);
        double stack = SHEETS * SHEET_OFFSET;
        Box bounds = node.isFamily()
                ? new Box(card.x(), card.y() - stack, card.width() + stack, card.height() + stack)
                : card;
        List<PlacedText> texts = new ArrayList<>();
        Optional<Box> badge = node.isFamily() ? Optional.of(placeBadge(node, card, texts)) : Optional.empty();
        double nameX = card.x() + PADDING + ICON_SIZE + 8;
        texts.add(PlacedText.startingAt(node.label(), nameX, card.y() + 28, NAME_SIZE, TextRole.NAME,
                card.right() - PADDING - nameX));
        double baseline = card.y() + 49;
        for (String line : lines(node)) {
            texts.add(PlacedText.startingAt(line, card.x() + PADDING, baseline, DETAIL_SIZE, TextRole.DETAIL,
                    CARD_WIDTH - 2 * PADDING));
            baseline += LINE_HEIGHT;
        }
        return new PlacedRouter(node, card, bounds, texts, badge);
    }

    /** The number of members sits on the upper edge, so that the name keeps the whole width. */
    private static Box placeBadge(RouterNode node, Box card, List<PlacedText> texts) {
        PlacedText count = PlacedText.startingAt("\u00d7" + node.members(), 0, card.y() + 3, DETAIL_SIZE,
                TextRole.COUNT, CARD_WIDTH / 2);
        double width = count.bounds().width() + 2 * BADGE_PADDING;
        Box badge = new Box(card.right() - PADDING - width, card.y() - BADGE_HEIGHT / 2, width, BADGE_HEIGHT);
        texts.add(new PlacedText(count.text(), count.fullText(), badge.x() + BADGE_PADDING, count.baseline(),
                count.fontSize(), TextRole.COUNT));
        return badge;
    }

    private static List<String> lines(RouterNode node) {
        List<String> lines = new ArrayList<>();
        addLine(Kind.TUNNEL_ADDRESS, node.tunnelAddresses(), lines);
        addLine(Kind.WAN_ADDRESS, node.wanAddresses(), lines);
        addLine(Kind.LOCAL_NETWORK, node.localNetworks(), lines);
        return lines;
    }

    /** The first value, and how many more there are. */
    private static void addLine(Kind kind, List<String> values, List<String> lines) {
        if (!values.isEmpty()) {
            lines.add(kind.prefix() + values.getFirst() + (values.size() > 1 ? " +" + (values.size() - 1) : ""));
        }
    }
}
