package dmvpn.diagram.layout;

/** Sizes and distances of the picture. */
final class Dimensions {

    static final double CARD_WIDTH = 184;
    static final double CARD_HEIGHT = 98;
    /** How far a stack shows behind its card, on each of its two sheets. */
    static final double SHEET_OFFSET = 5;
    static final double COLUMN_DISTANCE = 220;
    static final double ROW_DISTANCE = 138;
    static final double PADDING = 12;
    static final double ICON_SIZE = 24;

    static final double CLOUD_WIDTH = 236;
    static final double CLOUD_HEIGHT = 68;
    static final double CLOUD_DISTANCE = 256;

    static final double BAND_HEIGHT = 56;
    static final double BAND_DISTANCE = 72;
    static final double BAND_OVERHANG = 36;
    /** Room for the texts of a band, left of everything that could cross them. */
    static final double WIDEST_BAND_LABEL = 330;
    static final double BAND_LABEL_INDENT = 26;
    /** Half of the width that a picture has even when there are few routers. */
    static final double SMALLEST_HALF_WIDTH = 200;

    static final double GAP_ABOVE_HUBS = 34;
    static final double GAP_ABOVE_BANDS = 46;
    static final double GAP_ABOVE_SPOKES = 52;

    static final double TITLE_SIZE = 22;
    static final double NAME_SIZE = 14;
    static final double DETAIL_SIZE = 11.5;
    static final double LINE_HEIGHT = 17;
    static final double MARGIN = 24;

    private Dimensions() {
    }
}
