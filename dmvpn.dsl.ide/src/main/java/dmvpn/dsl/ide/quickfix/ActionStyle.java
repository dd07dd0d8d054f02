package dmvpn.dsl.ide.quickfix;

/**
 * How a client likes its code actions.
 *
 * @param lazily true to leave out edits that take time, for the client to have them resolved when one is chosen
 * @param snippets true when edits may have places that the author fills in
 */
public record ActionStyle(boolean lazily, boolean snippets) {

    /** Every edit at once, as plain text. */
    public static final ActionStyle PLAIN = new ActionStyle(false, false);
}
