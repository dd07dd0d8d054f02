package dmvpn.diagram.sirius;

import dmvpn.diagram.edit.EditRefusedException;
import dmvpn.dsl.resource.DmvpnResource;
import java.util.function.Supplier;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.change.util.ChangeRecorder;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * An edit that is made as a whole or not at all. Sirius goes on with what a tool has changed when one of its services
 * throws, so what was changed before a refusal is changed back first.
 */
final class WholeEdit {

    private WholeEdit() {
    }

    /**
     * Makes an edit of one element.
     *
     * @param element an element of the model that is edited
     * @param edit what is done; returns what the edit is about
     */
    static EObject of(EObject element, Supplier<? extends EObject> edit) {
        ChangeRecorder recorder = new ChangeRecorder(EcoreUtil.getRootContainer(element));
        try {
            EObject result = edit.get();
            // The record holds what was taken out; nobody asks for it any more, so it is in nothing.
            recorder.endRecording().getObjectsToAttach().clear();
            return result;
        } catch (EditRefusedException refused) {
            recorder.endRecording().apply();
            throw refused;
        } finally {
            recorder.dispose();
        }
    }

    /**
     * Makes an edit after which an element refers to another, which its file must know.
     *
     * @param element an element of the model that is edited
     * @param other what it refers to then
     * @param edit what is done; returns what the edit is about
     */
    static EObject between(EObject element, EObject other, Supplier<? extends EObject> edit) {
        if (element.eResource() instanceof DmvpnResource file && other.eResource() instanceof DmvpnResource far
                && !file.withImports().contains(far)) {
            throw new EditRefusedException(file.displayName() + " does not import " + far.displayName()
                    + ", so what it declares cannot refer to what is there");
        }
        return of(element, edit);
    }

    /**
     * Makes an edit after which an element is no longer what others refer to: not of one that files refer to which import
     * its file, since they are written apart.
     *
     * @param element an element of the model that is edited
     * @param edit what is done; returns what the edit is about
     */
    static EObject alone(EObject element, Supplier<? extends EObject> edit) {
        if (CurrentModel.isImported(element)) {
            throw new EditRefusedException("Another file imports " + ((DmvpnResource) element.eResource()).displayName()
                    + ": change this in the text, in both");
        }
        return of(element, edit);
    }
}
