package dmvpn.dsl.syntax;

import dmvpn.dsl.rules.TextRules;
import java.util.Set;
import java.util.regex.Pattern;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.EarlyExitException;
import org.antlr.runtime.MismatchedTokenException;
import org.antlr.runtime.MissingTokenException;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.antlr.runtime.UnwantedTokenException;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.parser.antlr.SyntaxErrorMessageProvider;

/** Syntax errors as sentences for people: what is missing or unexpected, and what was expected instead. */
public class SyntaxMessages extends SyntaxErrorMessageProvider {

    private static final int LONGEST_SHOWN = 40;

    private static final Pattern VALUE_AT_END = Pattern.compile("[0-9a-f][.:][0-9a-f.:]*[0-9a-f]$");

    /** What is said of a brace that should compute a part of a value but does not belong to it. */
    public static final String COMPUTED_PART =
            "A computed part follows '.', ':', '-' or '/' in a value, such as 10.100.{n}.0/24 or 2001:db8:{n}::/64";

    /** Words that start an element: where one of them stands, the block above it has ended. */
    private static final Set<String> STARTS =
            Set.of("dmvpn", "network", "platform", "transport", "crypto", "cloud", "hub", "spoke", "scenario");

    @Override
    public SyntaxErrorMessage getSyntaxErrorMessage(IParserErrorContext context) {
        RecognitionException exception = context.getRecognitionException();
        return new SyntaxErrorMessage(exception == null ? ofToken(context) : ofParser(context, exception), TextRules.SYNTAX.id());
    }

    /** The lexer could not read a token: a text or raw block that is not closed. */
    private static String ofToken(IParserErrorContext context) {
        String detail = context.getDefaultMessage() == null ? "" : context.getDefaultMessage();
        if (GuardedLexer.says(detail)) {
            return detail;
        }
        if (detail.contains("'\"'")) {
            return "The text that starts here lacks its closing quote on this line";
        }
        if (detail.contains("'>'")) {
            return "The raw lines that start here are never closed: write >>> behind them";
        }
        if (detail.contains("'*'") || detail.contains("'/'")) {
            return "The comment that starts here is never closed: write */ behind it";
        }
        if (detail.contains("'}'") || detail.contains("'{'")) {
            return "The computed value that starts here lacks its closing brace on this line";
        }
        return "This cannot be read";
    }

    private static String ofParser(IParserErrorContext context, RecognitionException exception) {
        String found = found(exception.token);
        if (isBehindValue(exception.token)) {
            return COMPUTED_PART;
        }
        String expected = expected(context, exception);
        if (exception instanceof MissingTokenException || exception instanceof MismatchedTokenException
                && !(exception instanceof UnwantedTokenException)) {
            if (expected.equals("'}'") && isWord(exception.token) && !STARTS.contains(exception.token.getText())) {
                return found + " does not belong here, or the block above it lacks its closing brace";
            }
            return expected.isEmpty() ? found + " does not belong here" : expected + " is missing before " + found;
        }
        if (exception instanceof UnwantedTokenException) {
            return found + " does not belong here" + (expected.isEmpty() ? "" : ": expected " + expected);
        }
        if (exception instanceof EarlyExitException) {
            return "Something is missing before " + found;
        }
        String wanted = Expected.in(context.getCurrentContext(), exception.input, exception.token);
        return wanted.isEmpty() ? found + " does not belong here" : found + " does not belong here: expected " + wanted;
    }

    private static boolean isBehindValue(Token token) {
        return token instanceof CommonToken common && common.getStartIndex() > 0 && "{".equals(common.getText())
                && endsInValue(common.getInputStream().substring(
                        Math.max(0, common.getStartIndex() - LONGEST_SHOWN), common.getStartIndex() - 1));
    }

    /** True when a text ends in an address or another value of several parts, right where a brace follows. */
    public static boolean endsInValue(String text) {
        return VALUE_AT_END.matcher(text).find();
    }

    private static boolean isWord(Token token) {
        return token != null && token.getText() != null && !token.getText().isEmpty()
                && Character.isLetter(token.getText().charAt(0));
    }

    private static String expected(IParserErrorContext context, RecognitionException exception) {
        int type = switch (exception) {
            case MissingTokenException missing -> missing.expecting;
            case UnwantedTokenException unwanted -> unwanted.expecting;
            case MismatchedTokenException mismatched -> mismatched.expecting;
            default -> Token.INVALID_TOKEN_TYPE;
        };
        String[] names = context.getTokenNames();
        if (type == Token.EOF) {
            return "the end of the file";
        }
        return names == null || type < 0 || type >= names.length ? "" : readable(names[type]);
    }

    private static String readable(String tokenName) {
        return switch (tokenName) {
            case "RULE_WORD" -> "a name";
            case "RULE_NUMBER" -> "a value";
            case "RULE_STRING" -> "a text in double quotes";
            case "RULE_RAW" -> "raw lines between <<< and >>>";
            default -> tokenName;
        };
    }

    private static String found(Token token) {
        if (token == null || token.getType() == Token.EOF || token == Token.EOF_TOKEN) {
            return "the end of the file";
        }
        String text = token instanceof CommonToken common ? common.getText() : token.getText();
        String shown = text == null ? "this" : text.replaceAll("\\s+", " ");
        return "'" + (shown.length() > LONGEST_SHOWN ? shown.substring(0, LONGEST_SHOWN) + "…" : shown) + "'";
    }
}
