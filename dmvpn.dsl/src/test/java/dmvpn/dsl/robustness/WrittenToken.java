package dmvpn.dsl.robustness;

import org.eclipse.xtext.AbstractElement;

/**
 * A token of a generated model.
 *
 * @param text how it is written
 * @param element the keyword or the call of a terminal rule that it stands for
 * @param glued true when nothing, not even a blank, may stand in front of it
 */
public record WrittenToken(String text, AbstractElement element, boolean glued) {
}
