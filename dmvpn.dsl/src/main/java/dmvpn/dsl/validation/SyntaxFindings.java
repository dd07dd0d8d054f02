package dmvpn.dsl.validation;

import dmvpn.dsl.origins.Origins;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.rules.Finding;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.parser.IParseResult;

/** The parser's errors as findings. */
final class SyntaxFindings {

    /** A file of noise has an error in each line; nobody reads more of them than this. */
    static final int MOST = 100;

    private SyntaxFindings() {
    }

    static List<Finding> of(IParseResult parseResult, Origins origins) {
        List<Finding> findings = new ArrayList<>();
        if (parseResult == null || !parseResult.hasSyntaxErrors()) {
            return findings;
        }
        int previousEnd = -1;
        for (INode error : parseResult.getSyntaxErrors()) {
            // Right behind an error the parser is still finding its way: the first message is the true one.
            if (error.getOffset() <= previousEnd && error.getOffset() > 0) {
                continue;
            }
            previousEnd = error.getEndOffset();
            if (findings.size() == MOST) {
                findings.add(new Finding(TextRules.SYNTAX, "There are more syntax errors: mend these first",
                        origins.of(error, "")));
                break;
            }
            findings.add(new Finding(TextRules.SYNTAX, error.getSyntaxErrorMessage().getMessage(), origins.of(error, "")));
        }
        return findings;
    }
}
