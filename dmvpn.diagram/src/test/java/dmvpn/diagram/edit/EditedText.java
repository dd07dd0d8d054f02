package dmvpn.diagram.edit;

import dmvpn.diagram.Models;
import dmvpn.dsl.resource.DmvpnResource;
import java.util.List;

/** A text that is edited by diagram. */
final class EditedText {

    private EditedText() {
    }

    /** The text after an edit. */
    static String after(String text, ModelEdit edit) {
        return edit(text, edit).text().after();
    }

    /** An edit of a text. */
    static TextEdit edit(String text, ModelEdit edit) {
        return TextEdits.of((DmvpnResource) Models.parse(text).eResource(), edit);
    }

    /** The lines that an edit takes out of a text, behind a minus, and those that it puts in, behind a plus. */
    static String difference(String text, ModelEdit edit) {
        List<String> before = text.lines().toList();
        List<String> after = after(text, edit).lines().toList();
        int[][] common = commonTails(before, after);
        StringBuilder difference = new StringBuilder();
        int here = 0;
        int there = 0;
        while (here < before.size() || there < after.size()) {
            if (here < before.size() && there < after.size() && before.get(here).equals(after.get(there))) {
                here++;
                there++;
            } else if (here < before.size() && (there == after.size() || common[here + 1][there] >= common[here][there + 1])) {
                difference.append('-').append(before.get(here++)).append('\n');
            } else {
                difference.append('+').append(after.get(there++)).append('\n');
            }
        }
        return difference.toString();
    }

    /** How many lines the rest of one text has in common with the rest of the other. */
    private static int[][] commonTails(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int here = before.size() - 1; here >= 0; here--) {
            for (int there = after.size() - 1; there >= 0; there--) {
                common[here][there] = before.get(here).equals(after.get(there)) ? common[here + 1][there + 1] + 1
                        : Math.max(common[here + 1][there], common[here][there + 1]);
            }
        }
        return common;
    }
}
