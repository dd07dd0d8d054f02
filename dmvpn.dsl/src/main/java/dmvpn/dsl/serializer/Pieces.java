package dmvpn.dsl.serializer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EReference;

/**
 * The text of a block in pieces: its clauses, and what stands between them. A clause that has its lines to itself owns them,
 * with the comment behind it and those above it.
 */
final class Pieces {

    private static final String INDENT = "  ";

    /**
     * A clause as it is to be printed.
     *
     * @param place where it was; null for a new one
     * @param text its text now
     */
    record Content(Object place, String text) {
    }

    /** A piece; one without a list is text between clauses. */
    private static final class Piece {

        private final EReference list;
        private final Object place;
        private final String before;
        private final boolean ownsLines;
        private final String behind;
        private String text;

        Piece(EReference list, Object place, String before, String text, String behind, boolean ownsLines) {
            this.list = list;
            this.place = place;
            this.before = before;
            this.text = text;
            this.behind = behind;
            this.ownsLines = ownsLines;
        }

        Piece saying(String now) {
            return new Piece(list, place, before, now, behind, ownsLines);
        }
    }

    private final String whole;
    private final int end;
    private final OptionalInt brace;
    private final List<Piece> pieces = new ArrayList<>();
    private int at;

    /**
     * A block from one offset to another.
     *
     * @param brace where its last brace is; empty for what has none, such as the whole text. A brace in a comment is none
     */
    Pieces(String whole, int start, int end, OptionalInt brace) {
        this.whole = whole;
        this.at = start;
        this.end = end;
        this.brace = brace;
    }

    /**
     * Adds the next clause of the text.
     *
     * @param hidden where the blanks and comments in front of it begin
     * @param from where it begins
     * @param to where it ends
     * @param inBlock true when it may own lines
     */
    void add(EReference list, Object place, int hidden, int from, int to, boolean inBlock) {
        OptionalInt line = inBlock ? startOfLines(Math.max(at, hidden), from) : OptionalInt.empty();
        int stop = HiddenText.endOfLine(whole, to, end);
        boolean ownsLines = line.isPresent() && stop > to;
        int start = ownsLines ? line.getAsInt() : from;
        stop = ownsLines ? stop : to;
        pieces.add(new Piece(null, null, "", whole.substring(at, start), "", false));
        pieces.add(new Piece(list, place, whole.substring(start, from), whole.substring(from, to), whole.substring(to, stop),
                ownsLines));
        at = stop;
    }

    /** Where the first line begins that has nothing in front of the clause but blanks and comments. */
    private OptionalInt startOfLines(int hidden, int from) {
        if (hidden == 0 || whole.charAt(hidden - 1) == '\n') {
            return OptionalInt.of(hidden);
        }
        int line = HiddenText.endOfLine(whole, hidden, from);
        return line > hidden ? OptionalInt.of(line) : OptionalInt.empty();
    }

    /** Puts the clauses of a list into the order that they have now. */
    void arrange(EReference list, List<Content> now) {
        Map<Object, Piece> known = new HashMap<>();
        pieces.stream().filter(piece -> piece.list == list).forEach(piece -> known.put(piece.place, piece));
        List<Content> kept = now.stream().filter(content -> known.containsKey(content.place())).toList();
        Set<Object> places = kept.stream().map(Content::place).collect(Collectors.toSet());
        Map<Object, Integer> indexes = new HashMap<>();
        int next = 0;
        for (int index = 0; index < pieces.size(); index++) {
            Piece piece = pieces.get(index);
            if (piece.list == list && places.contains(piece.place)) {
                Content content = kept.get(next++);
                pieces.set(index, known.get(content.place()).saying(content.text()));
                indexes.put(content.place(), index);
            } else if (piece.list == list) {
                // Comments above a clause that is gone may be about more than it.
                pieces.set(index, new Piece(null, null, "", HiddenText.comments(piece.before), "", false));
            }
        }
        int last = -1;
        int inserted = 0;
        for (Content content : now) {
            if (indexes.containsKey(content.place())) {
                // The kept ones are in their order now, so that all that was inserted stands in front of this one.
                last = indexes.get(content.place()) + inserted;
            } else {
                last = insert(list, content, last);
                inserted++;
            }
        }
    }

    /** Puts a new clause behind a piece of its list, or in front of the first one, or at the end of the block. */
    private int insert(EReference list, Content content, int behind) {
        int sibling = behind >= 0 ? behind : first(list);
        if (sibling < 0) {
            return insertAtEnd(list, content);
        }
        Piece like = pieces.get(sibling);
        String indent = like.before.substring(like.before.lastIndexOf('\n') + 1);
        Piece added = like.ownsLines
                ? new Piece(list, content, indent.isBlank() ? indent : "", content.text(), "\n", true)
                : new Piece(list, content, behind >= 0 ? " " : "", content.text(), behind >= 0 ? "" : " ", false);
        int index = behind >= 0 ? sibling + 1 : sibling;
        pieces.add(index, added);
        return index;
    }

    private int first(EReference list) {
        for (int index = 0; index < pieces.size(); index++) {
            if (pieces.get(index).list == list) {
                return index;
            }
        }
        return -1;
    }

    private int insertAtEnd(EReference list, Content content) {
        String rest = whole.substring(at, end);
        boolean hasBrace = brace.isPresent() && brace.getAsInt() >= at;
        int cut = hasBrace ? brace.getAsInt() - at : rest.length();
        int line = rest.lastIndexOf('\n', cut);
        boolean startsLine = line >= 0 || at == 0 || whole.charAt(at - 1) == '\n';
        boolean ownLine = !hasBrace || startsLine && rest.substring(line + 1, cut).isBlank();
        String head = rest.substring(0, ownLine && hasBrace ? line + 1 : cut);
        pieces.add(new Piece(null, null, "", head, "", false));
        String indent = !hasBrace ? "" : rest.substring(Math.max(0, line + 1), cut) + INDENT;
        pieces.add(ownLine ? new Piece(list, content, indent, content.text(), "\n", true)
                : new Piece(list, content, "", content.text(), " ", false));
        at += head.length();
        return pieces.size() - 1;
    }

    /** The whole block. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            boolean needsBreak = piece.ownsLines && !text.isEmpty() && text.charAt(text.length() - 1) != '\n';
            text.append(needsBreak ? "\n" : "").append(piece.before).append(piece.text).append(piece.behind);
        }
        return text.append(whole, at, end).toString();
    }
}
