package dmvpn.dsl.ide.effective;

import java.util.List;

/**
 * All settings of a part of the model with what is in effect, defaults included.
 *
 * @param title the part as it is written, such as {@code join Corp}
 * @param rows the settings in the order of the language's documentation
 */
public record EffectiveTable(String title, List<Row> rows) {

    /** Keeps an immutable copy of the list. */
    public EffectiveTable {
        rows = List.copyOf(rows);
    }

    /**
     * A setting with one value.
     *
     * @param setting its word
     * @param value what is in effect
     */
    public record Row(String setting, EffectiveValue value) {
    }
}
