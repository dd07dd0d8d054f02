package dmvpn.dsl.syntax;

import dmvpn.dsl.names.Names;
import jakarta.inject.Inject;
import org.eclipse.xtext.conversion.IValueConverter;
import org.eclipse.xtext.conversion.ValueConverter;
import org.eclipse.xtext.conversion.ValueConverterException;
import org.eclipse.xtext.conversion.impl.AbstractDeclarativeValueConverterService;
import org.eclipse.xtext.conversion.impl.AbstractNullSafeConverter;
import org.eclipse.xtext.nodemodel.INode;

/** From tokens to the model's strings and back. Values stay as they are written; only delimiters and escapes go. */
public class DmvpnValueConverters extends AbstractDeclarativeValueConverterService {

    @Inject
    private KeywordEscape escape;

    /** Names: a leading {@code ^} lets a reserved word be one. */
    @ValueConverter(rule = "Name")
    public IValueConverter<String> name() {
        return escapedName();
    }

    /** Names where no keyword may stand. */
    @ValueConverter(rule = "WORD")
    public IValueConverter<String> word() {
        return escapedName();
    }

    private IValueConverter<String> escapedName() {
        return new AbstractNullSafeConverter<>() {
            @Override
            protected String internalToValue(String string, INode node) {
                return Names.unescaped(string);
            }

            @Override
            protected String internalToString(String value) {
                return escape.isReserved(value) ? "^" + value : value;
            }
        };
    }

    /** Texts in double quotes, where a backslash takes the next character as it is. */
    @ValueConverter(rule = "STRING")
    public IValueConverter<String> string() {
        return new AbstractNullSafeConverter<>() {
            @Override
            protected String internalToValue(String string, INode node) {
                return unquoted(string);
            }

            @Override
            protected String internalToString(String value) {
                return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            }
        };
    }

    private static String unquoted(String quoted) {
        int end = quoted.length() > 1 && quoted.endsWith("\"") ? quoted.length() - 1 : quoted.length();
        StringBuilder text = new StringBuilder(quoted.length());
        for (int index = 1; index < end; index++) {
            char c = quoted.charAt(index);
            text.append(c == '\\' && index + 1 < end ? quoted.charAt(++index) : c);
        }
        return text.toString();
    }

    /** Vendor lines between {@code <<<} and {@code >>>}. */
    @ValueConverter(rule = "RAW")
    public IValueConverter<String> raw() {
        return new AbstractNullSafeConverter<>() {
            private static final int DELIMITER = 3;

            @Override
            protected String internalToValue(String string, INode node) {
                return string.length() < 2 * DELIMITER ? "" : string.substring(DELIMITER, string.length() - DELIMITER);
            }

            @Override
            protected String internalToString(String value) {
                if (value.contains(">>>")) {
                    throw new ValueConverterException("Raw lines cannot contain >>>", null, null);
                }
                return "<<<" + value + ">>>";
            }
        };
    }
}
