package dmvpn.dsl.validation;

import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.Severity;
import java.util.List;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.LineAndColumn;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.CheckType;
import org.eclipse.xtext.validation.IResourceValidator;
import org.eclipse.xtext.validation.Issue;

/**
 * Shows the findings of a file's {@link Analysis} as Xtext issues. The code of an issue is the identifier of its rule.
 */
public class DmvpnResourceValidator implements IResourceValidator {

    @Override
    public List<Issue> validate(Resource resource, CheckMode mode, CancelIndicator cancel) {
        if (!(resource instanceof DmvpnResource dmvpnResource) || cancel.isCanceled()) {
            return List.of();
        }
        return Analysis.of(dmvpnResource).findingsIn(dmvpnResource).stream().map(finding -> issue(dmvpnResource, finding)).toList();
    }

    private static Issue issue(DmvpnResource resource, Finding finding) {
        Issue.IssueImpl issue = new Issue.IssueImpl();
        issue.setCode(finding.rule().id());
        issue.setMessage(finding.message());
        issue.setSeverity(severity(finding.severity()));
        issue.setType(CheckType.FAST);
        issue.setSyntaxError(finding.rule() == dmvpn.dsl.rules.TextRules.SYNTAX);
        issue.setOffset(finding.origin().offset());
        issue.setLength(finding.origin().length());
        issue.setLineNumber(finding.origin().line());
        issue.setColumn(finding.origin().column());
        setEnd(resource, finding, issue);
        issue.setUriToProblem(uriOfElementAt(resource, finding.origin().offset()));
        return issue;
    }

    private static void setEnd(DmvpnResource resource, Finding finding, Issue.IssueImpl issue) {
        int end = finding.origin().offset() + finding.origin().length();
        if (resource.getParseResult() != null && end <= resource.getParseResult().getRootNode().getTotalLength()) {
            LineAndColumn position = NodeModelUtils.getLineAndColumn(resource.getParseResult().getRootNode(), end);
            issue.setLineNumberEnd(position.getLine());
            issue.setColumnEnd(position.getColumn());
        }
    }

    private static URI uriOfElementAt(DmvpnResource resource, int offset) {
        if (resource.getParseResult() == null) {
            return resource.getURI();
        }
        ILeafNode leaf = NodeModelUtils.findLeafNodeAtOffset(resource.getParseResult().getRootNode(), offset);
        EObject element = leaf == null ? null : NodeModelUtils.findActualSemanticObjectFor(leaf);
        return element == null || element.eResource() == null ? resource.getURI() : EcoreUtil.getURI(element);
    }

    private static org.eclipse.xtext.diagnostics.Severity severity(Severity severity) {
        return switch (severity) {
            case ERROR -> org.eclipse.xtext.diagnostics.Severity.ERROR;
            case WARNING -> org.eclipse.xtext.diagnostics.Severity.WARNING;
            case INFO -> org.eclipse.xtext.diagnostics.Severity.INFO;
        };
    }
}
