package dmvpn.dsl.parts;

import dmvpn.dsl.model.Element;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.syntax.ModelLikeness;
import dmvpn.network.origin.Anchor;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.common.util.EList;
import org.eclipse.xtext.nodemodel.impl.AbstractNode;
import org.eclipse.xtext.nodemodel.impl.NodeModelBuilder;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.parser.antlr.IPartialParsingHelper;
import org.eclipse.xtext.util.ReplaceRegion;

/**
 * Parses the parts of a file that an edit touches and no others.
 *
 * <p>A window of the text is parsed by itself: the parts with the edit, one whole element before them and two behind. At a
 * whole element the parser is in a state that depends on nothing before it, and it looks less far ahead than such an
 * element is long (an error may be written at the first word behind it, hence two). When the elements at the ends of the
 * window come out as they were, all between them is as parsing the whole text would have it. When they do not, the whole
 * text is parsed.
 *
 * <p>Xtext's own partial parser reads all tokens of the file twice to find the place and then walks over all nodes.
 */
public class PartwiseParsing implements IPartialParsingHelper {

    private static final int WHOLE_ELEMENTS_BEHIND = 2;

    /** Nodes are linked again although they have siblings already. */
    private static final class Relinker extends NodeModelBuilder {
        @Override
        protected void checkValidNewChild(AbstractNode child) {
            // Each child of the root is appended again, the first one to an empty list.
        }
    }

    @Override
    public IParseResult reparse(IParser parser, IParseResult previous, ReplaceRegion edit) {
        String oldText = previous.getRootNode().getText();
        String newText = oldText.substring(0, edit.getOffset()) + edit.getText() + oldText.substring(edit.getEndOffset());
        if (newText.equals(oldText)) {
            return previous;
        }
        if (previous.getRootNode() instanceof ModelRootNode root && previous.getRootASTElement() instanceof Model model
                && root.isDividedIntoParts()) {
            Optional<Splice> splice = splice(parser, root, model, newText, edit);
            if (splice.isPresent()) {
                splice.get().apply(root, model, newText);
                return new PartsParseResult(model, root);
            }
        }
        return parser.parse(new StringReader(newText));
    }

    private Optional<Splice> splice(IParser parser, ModelRootNode root, Model model, String newText, ReplaceRegion edit) {
        List<ModelPart> parts = root.parts();
        int first = lastWholeBefore(parts, edit.getOffset());
        int behind = behindWholeAfter(parts, edit.getEndOffset());
        int change = edit.getText().length() - edit.getLength();
        Anchor.Position start = first < 0 ? Anchor.Position.START : parts.get(first).anchor().position();
        int oldEnd = behind == parts.size() ? newText.length() - change : parts.get(behind).anchor().position().offset();
        String windowText = newText.substring(start.offset(), oldEnd + change);
        // A large text may be refused as a whole: that is decided for the whole.
        if (!ModelLikeness.isSmall(windowText.length())) {
            return Optional.empty();
        }
        IParseResult window = parser.parse(new StringReader(windowText));
        if (!(window.getRootNode() instanceof ModelRootNode newRoot) || !(window.getRootASTElement() instanceof Model newModel)
                || !newRoot.isDividedIntoParts()) {
            return Optional.empty();
        }
        Splice splice = new Splice(parts, first, behind, edit.getEndOffset(), newRoot.parts(), newModel, windowText);
        return splice.fits(model) && splice.isJudgedLikeTheWhole(newText) ? Optional.of(splice) : Optional.empty();
    }

    /** The last whole element that ends before the edit; -1 for the begin of the text. */
    private static int lastWholeBefore(List<ModelPart> parts, int offset) {
        // The one before those that begin at the edit or behind it may reach into it.
        int index = ModelRootNode.countBefore(parts, offset) - 1;
        while (index >= 0 && !(parts.get(index).isWhole() && endOf(parts, index) <= offset)) {
            index--;
        }
        return index;
    }

    private static int endOf(List<ModelPart> parts, int index) {
        return index + 1 < parts.size() ? parts.get(index + 1).anchor().position().offset()
                : parts.get(index).node().getTotalEndOffset();
    }

    /** The first part behind the whole elements that follow the edit; the number of parts for the end of the text. */
    private static int behindWholeAfter(List<ModelPart> parts, int end) {
        int low = 0;
        int high = parts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (endOf(parts, middle) <= end) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int found = 0;
        for (int index = low; index < parts.size(); index++) {
            if (parts.get(index).isWhole() && parts.get(index).node().getOffset() >= end
                    && ++found == WHOLE_ELEMENTS_BEHIND) {
                return index + 1;
            }
        }
        return parts.size();
    }

    /** New parts for old ones. */
    private static final class Splice {

        private final List<ModelPart> oldParts;
        private final int windowStart;
        private final int windowEnd;
        private final int editEnd;
        private final List<ModelPart> newParts;
        private final Model newModel;
        private final String windowText;
        /** The old parts that go, and the new ones that come. */
        private int from;
        private int to;
        private int newFrom;
        private int newTo;

        /**
         * @param before index of the whole element that the window begins with, -1 for the begin of the text
         * @param behind index of the first part behind the window
         * @param editEnd where the edit ends in the old text
         */
        Splice(List<ModelPart> oldParts, int before, int behind, int editEnd, List<ModelPart> newParts, Model newModel,
                String windowText) {
            this.oldParts = oldParts;
            this.windowStart = Math.max(0, before);
            this.windowEnd = behind;
            this.editEnd = editEnd;
            this.newParts = newParts;
            this.newModel = newModel;
            this.windowText = windowText;
            this.from = before + 1;
            this.newFrom = before < 0 ? 0 : 1;
            this.to = behind;
            this.newTo = newParts.size();
        }

        /** True when the ends of the window are what they were. */
        boolean fits(Model model) {
            if (from > windowStart && (newParts.isEmpty() || !isSame(oldParts.get(windowStart), newParts.getFirst(), false))) {
                return false;
            }
            boolean reachesEnd = windowEnd == oldParts.size();
            while (to > from && newTo > newFrom && isSame(oldParts.get(to - 1), newParts.get(newTo - 1), true)) {
                to--;
                newTo--;
            }
            boolean held = reachesEnd || to < windowEnd;
            return held && counts(oldParts, model) && counts(newParts, newModel);
        }

        /** Whole before and now, outside of the edit, and of one length at the end that does not move: then it is one text. */
        private boolean isSame(ModelPart old, ModelPart now, boolean atEnd) {
            return old.isWhole() && now.isWhole() && old.element().get().eClass() == now.element().get().eClass()
                    && old.node().getTotalLength() == now.node().getTotalLength()
                    && (!atEnd || old.anchor().position().offset() >= editEnd
                    && distanceToEnd(old) == windowText.length() - now.node().getTotalEndOffset());
        }

        private int distanceToEnd(ModelPart old) {
            int end = windowEnd == oldParts.size() ? oldParts.getLast().node().getTotalEndOffset()
                    : oldParts.get(windowEnd).anchor().position().offset();
            return end - old.node().getTotalEndOffset();
        }

        /** True when what the model lists is exactly what the parts are. */
        private static boolean counts(List<ModelPart> parts, Model model) {
            int elements = 0;
            int strays = 0;
            for (ModelPart part : parts) {
                elements += part.element().isPresent() ? 1 : 0;
                strays += part.isStray() ? 1 : 0;
            }
            return elements == model.getElements().size() && strays == model.getStray().size();
        }

        /** True unless braces or noise elsewhere in the file would make the lexer see the window otherwise. */
        boolean isJudgedLikeTheWhole(String newText) {
            List<ModelPart> all = spliced();
            boolean sound = true;
            for (ModelPart part : all) {
                sound &= part.syntaxErrors().isEmpty() && !part.isStray();
            }
            return Nesting.isShallow(oldParts) && Nesting.isShallow(all) && (sound || ModelLikeness.of(newText));
        }

        private List<ModelPart> spliced() {
            List<ModelPart> all = new ArrayList<>(oldParts.size() + newTo - newFrom);
            all.addAll(oldParts.subList(0, from));
            all.addAll(newParts.subList(newFrom, newTo));
            all.addAll(oldParts.subList(to, oldParts.size()));
            return all;
        }

        void apply(ModelRootNode root, Model model, String newText) {
            List<ModelPart> all = spliced();
            exchange(model.getElements(), newModel.getElements());
            exchangeStray(model.getStray(), newModel.getStray());
            moveAnchors();
            Relinker relinker = new Relinker();
            root.become(newText, all, relinker::addChild);
        }

        private void exchange(EList<Element> old, EList<Element> now) {
            int index = elementsIn(oldParts, 0, from);
            int removed = elementsIn(oldParts, from, to);
            int newIndex = elementsIn(newParts, 0, newFrom);
            List<Element> added = new ArrayList<>(now.subList(newIndex, newIndex + elementsIn(newParts, newFrom, newTo)));
            int exchanged = Math.min(removed, added.size());
            for (int each = 0; each < exchanged; each++) {
                old.set(index + each, added.get(each));
            }
            if (removed > exchanged) {
                old.subList(index + exchanged, index + removed).clear();
            } else {
                old.addAll(index + exchanged, added.subList(exchanged, added.size()));
            }
        }

        private void exchangeStray(EList<String> old, EList<String> now) {
            if (old.isEmpty() && now.isEmpty()) {
                return;
            }
            int index = straysIn(oldParts, 0, from);
            int newIndex = straysIn(newParts, 0, newFrom);
            old.subList(index, index + straysIn(oldParts, from, to)).clear();
            old.addAll(index, new ArrayList<>(now.subList(newIndex, newIndex + straysIn(newParts, newFrom, newTo))));
        }

        private static int elementsIn(List<ModelPart> parts, int start, int end) {
            return (int) parts.subList(start, end).stream().filter(part -> part.element().isPresent()).count();
        }

        private static int straysIn(List<ModelPart> parts, int start, int end) {
            return (int) parts.subList(start, end).stream().filter(ModelPart::isStray).count();
        }

        private void moveAnchors() {
            Anchor.Position start = from == 0 ? Anchor.Position.START : oldParts.get(from - 1).anchor().position();
            for (ModelPart part : newParts.subList(newFrom, newTo)) {
                part.anchor().moveTo(start.plus(part.anchor().position()));
            }
            if (to == oldParts.size()) {
                return;
            }
            // The first part that stays behind the new ones: all others keep their distance to it.
            ModelPart next = oldParts.get(to);
            Anchor.Position before = next.anchor().position();
            Anchor.Position now = to < windowEnd ? start.plus(newParts.get(newTo).anchor().position())
                    : start.plus(Anchor.Position.START.behind(windowText, windowText.length()));
            for (ModelPart part : oldParts.subList(to, oldParts.size())) {
                Anchor.Position position = part.anchor().position();
                part.anchor().moveTo(new Anchor.Position(
                        position.offset() + now.offset() - before.offset(),
                        position.line() + now.line() - before.line(),
                        position.line() == before.line() ? position.column() + now.column() - before.column() : position.column()));
            }
        }
    }
}
