package dmvpn.diagram.ui.keys;

import java.util.List;

/**
 * A key of the page.
 *
 * @param name what the page's language calls it
 * @param code where it is on a keyboard, in the page's language
 */
record PageKey(String name, String code, boolean control, boolean shift, boolean alt) {

    /** Reads {@code Ctrl+Shift+KeyL}. */
    static PageKey parse(String text) {
        List<String> parts = List.of(text.split("\\+"));
        String code = parts.getLast();
        return new PageKey(code.startsWith("Key") ? code.substring("Key".length()) : code, code, parts.contains("Ctrl"),
                parts.contains("Shift"), parts.contains("Alt"));
    }

    /** What makes the key's event in the page's language. */
    String script() {
        return "new KeyboardEvent('keydown', { key: '%s', code: '%s', ctrlKey: %s, shiftKey: %s, altKey: %s, bubbles: true, cancelable: true })"
                .formatted(name, code, control, shift, alt);
    }
}
