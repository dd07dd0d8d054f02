package dmvpn.diagram.svg;

/** Coordinates as short text, the same in every locale. */
final class Numbers {

    private Numbers() {
    }

    /** Two decimals, for shares of one. */
    static String hundredths(double share) {
        long hundredths = Math.round(share * 100);
        return hundredths / 100 + "." + hundredths / 10 % 10 + hundredths % 10;
    }

    /** At most one decimal, none when it would be zero. */
    static String of(double value) {
        long tenths = Math.round(value * 10);
        String sign = tenths < 0 ? "-" : "";
        long absolute = Math.abs(tenths);
        return absolute % 10 == 0 ? sign + absolute / 10 : sign + absolute / 10 + "." + absolute % 10;
    }
}
