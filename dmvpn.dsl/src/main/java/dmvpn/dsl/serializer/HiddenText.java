package dmvpn.dsl.serializer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text that means nothing: blanks, semicolons and comments. */
final class HiddenText {

    private static final String LINE_COMMENT = "//[^\\r\\n]*(?:\\r?\\n|\\z)";
    private static final String BLOCK_COMMENT = "/\\*(?s:.*?)\\*/";
    private static final Pattern REST_OF_LINE = Pattern.compile("(?:[ \\t\\r;\\uFEFF]|" + BLOCK_COMMENT + ")*+(?://[^\\r\\n]*)?\\r?\\n");
    private static final Pattern COMMENT = Pattern.compile("[ \\t]*(?:" + LINE_COMMENT + "|" + BLOCK_COMMENT + "[ \\t]*(?:\\r?\\n)?)");

    private HiddenText() {
    }

    /** Behind the line break, when nothing but hidden text stands in front of it; otherwise the place itself. */
    static int endOfLine(String text, int place, int end) {
        Matcher matcher = REST_OF_LINE.matcher(text).region(place, end);
        return matcher.lookingAt() ? matcher.end() : place;
    }

    /** The comments of a text that means nothing, with the blanks around them. */
    static String comments(String hidden) {
        StringBuilder comments = new StringBuilder();
        Matcher matcher = COMMENT.matcher(hidden);
        while (matcher.find()) {
            comments.append(matcher.group());
        }
        return comments.toString();
    }
}
