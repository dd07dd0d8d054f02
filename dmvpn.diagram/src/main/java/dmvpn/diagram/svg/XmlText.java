package dmvpn.diagram.svg;

/** Text as XML content and attributes. */
final class XmlText {

    private XmlText() {
    }

    /** Escapes what has a meaning in XML and replaces what XML 1.0 forbids (section 2.2). */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(codePoint -> {
            switch (codePoint) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isAllowed(codePoint) ? codePoint : 0xfffd);
            }
        });
        return escaped.toString();
    }

    private static boolean isAllowed(int codePoint) {
        return codePoint == '\t' || codePoint == '\n' || codePoint == '\r'
                || codePoint >= 0x20 && codePoint < 0xd800
                || codePoint > 0xdfff && codePoint != 0xfffe && codePoint != 0xffff;
    }
}
