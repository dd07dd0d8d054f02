package dmvpn.app.xml;

/** Text as XML 1.0 takes it. */
public final class XmlText {

    private XmlText() {
    }

    /** The text for use between tags and in attributes; what cannot stand in XML at all becomes a replacement character. */
    public static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            switch (character) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\t', '\n', '\r' -> escaped.append("&#").append(character).append(';');
                default -> escaped.appendCodePoint(isXmlCharacter(character) ? character : 0xfffd);
            }
        });
        return escaped.toString();
    }

    /** Other characters cannot stand in XML 1.0 at all, not even escaped (section 2.2). */
    private static boolean isXmlCharacter(int character) {
        return character >= 0x20 && character <= 0xd7ff || character >= 0xe000 && character <= 0xfffd
                || character >= 0x10000;
    }
}
