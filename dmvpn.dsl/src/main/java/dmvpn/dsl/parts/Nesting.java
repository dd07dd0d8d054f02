package dmvpn.dsl.parts;

import java.util.List;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;

/**
 * What a part does to the depth of braces as the lexer counts it, which never falls below zero.
 *
 * @param lowest depth at the deepest fall, counted from the begin; at most 0
 * @param change depth behind the part, counted from the begin
 * @param highest depth at the highest point, counted from the begin; at least 0
 */
record Nesting(int lowest, int change, int highest) {

    /** Far below the depth at which the lexer holds blocks back, so that it never has to. */
    private static final int SHALLOW = 16;

    static Nesting of(INode part) {
        int depth = 0;
        int lowest = 0;
        int highest = 0;
        for (INode node : part.getAsTreeIterable()) {
            if (node instanceof ILeafNode leaf && !leaf.isHidden() && leaf.getTotalLength() == 1) {
                String text = leaf.getText();
                depth += text.equals("{") ? 1 : text.equals("}") ? -1 : 0;
                lowest = Math.min(lowest, depth);
                highest = Math.max(highest, depth);
            }
        }
        return new Nesting(lowest, depth, highest);
    }

    /** True when no block of the parts is nested so deeply that what stands before it could matter. */
    static boolean isShallow(List<ModelPart> parts) {
        int depth = 0;
        for (ModelPart part : parts) {
            Nesting nesting = part.nesting();
            if (depth + nesting.highest > SHALLOW) {
                return false;
            }
            depth = nesting.lowest < -depth ? nesting.change - nesting.lowest : depth + nesting.change;
        }
        return true;
    }
}
