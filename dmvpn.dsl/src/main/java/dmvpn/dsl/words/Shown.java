package dmvpn.dsl.words;

/** What messages repeat of the user's text: enough to recognise it, never a whole file in one line. */
public final class Shown {

    private static final int LONGEST = 60;

    private Shown() {
    }

    /** The text, or its beginning and an ellipsis. */
    public static String of(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
