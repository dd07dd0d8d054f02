package dmvpn.app.debug.watch;

import dmvpn.app.debug.watch.WatchPath.Step;
import dmvpn.app.debug.watch.WatchTokens.Kind;
import dmvpn.app.debug.watch.WatchTokens.Token;
import java.util.ArrayList;
import java.util.List;

/** Reads expressions; {@code or} binds less than {@code and}, that less than {@code not}, that less than comparisons. */
final class WatchParser {

    /** Deeper ones are no expressions of people. */
    private static final int DEEPEST = 100;
    private static final int LONGEST = 2_000;

    private final List<Token> tokens;
    private int place;
    private int depth;

    private WatchParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    static WatchExpression parse(String text) throws WatchException {
        if (text.length() > LONGEST) {
            throw new WatchException(LONGEST, "an expression has at most " + LONGEST + " characters");
        }
        WatchParser parser = new WatchParser(WatchTokens.of(text));
        WatchExpression expression = parser.alternatives();
        Token rest = parser.peek();
        if (rest.kind() != Kind.END) {
            throw new WatchException(rest.column(), "the expression should end in front of '" + rest.text() + "'");
        }
        return expression;
    }

    private Token peek() {
        return tokens.get(place);
    }

    private boolean accept(Kind kind, String text) {
        boolean there = peek().is(kind, text);
        place += there ? 1 : 0;
        return there;
    }

    private WatchExpression alternatives() throws WatchException {
        WatchExpression left = conditions();
        while (accept(Kind.NAME, "or")) {
            left = new WatchExpression.Or(left, conditions());
        }
        return left;
    }

    private WatchExpression conditions() throws WatchException {
        WatchExpression left = condition();
        while (accept(Kind.NAME, "and")) {
            left = new WatchExpression.And(left, condition());
        }
        return left;
    }

    private WatchExpression condition() throws WatchException {
        deeper();
        WatchExpression read = accept(Kind.NAME, "not") ? new WatchExpression.Not(condition()) : comparison();
        depth--;
        return read;
    }

    private void deeper() throws WatchException {
        if (++depth > DEEPEST) {
            throw new WatchException(peek().column(), "the expression is nested too deeply");
        }
    }

    private WatchExpression comparison() throws WatchException {
        WatchExpression left = value();
        Token operator = peek();
        if (operator.kind() == Kind.OPERATOR || operator.is(Kind.NAME, "contains")) {
            place++;
            return new WatchExpression.Comparison(left, operator.text(), value());
        }
        return left;
    }

    private WatchExpression value() throws WatchException {
        Token token = peek();
        place++;
        switch (token.kind()) {
            case LITERAL:
                return new WatchExpression.Literal(token.text());
            case OPEN:
                WatchExpression inner = alternatives();
                if (peek().kind() != Kind.CLOSE) {
                    throw new WatchException(peek().column(), "a ) is missing");
                }
                place++;
                return inner;
            case NAME:
                if (token.text().equals("absent")) {
                    return new WatchExpression.Nothing();
                }
                if (token.text().equals("exists")) {
                    deeper();
                    WatchExpression there = value();
                    depth--;
                    return new WatchExpression.Exists(there);
                }
                return new WatchExpression.Named(path(token));
            default:
                place--;
                throw new WatchException(token.column(), token.kind() == Kind.END ? "the expression ends too soon"
                        : "'" + token.text() + "' cannot stand here: a router, 'event', 'time' or a value is expected");
        }
    }

    private WatchPath path(Token first) throws WatchException {
        List<Step> steps = new ArrayList<>();
        for (Token next = peek(); next.kind() == Kind.DOT || next.kind() == Kind.KEY; next = peek()) {
            place++;
            if (next.kind() == Kind.KEY) {
                steps.add(new Step(next.text(), true, next.column()));
                continue;
            }
            Token name = peek();
            if (name.kind() != Kind.NAME && name.kind() != Kind.LITERAL) {
                throw new WatchException(name.column(), "a name is missing behind the dot");
            }
            place++;
            steps.add(new Step(name.text(), false, name.column()));
        }
        return new WatchPath(first.text(), first.column(), steps);
    }
}
