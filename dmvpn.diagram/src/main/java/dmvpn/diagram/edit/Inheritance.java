package dmvpn.diagram.edit;

import dmvpn.diagram.notation.DrawnModel;
import dmvpn.diagram.notation.NotationServices;
import dmvpn.dsl.model.NamedElement;
import dmvpn.dsl.model.RouterBody;
import dmvpn.dsl.names.Names;
import org.eclipse.emf.ecore.EObject;

/** Clauses that are drawn at a router but written elsewhere: those of its family, or of a fragment that it uses. */
final class Inheritance {

    private Inheritance() {
    }

    /** Refuses to change at one router what holds for others too. */
    static void refuse(DrawnModel drawn, String id, EObject clause) {
        RouterBody written = body(clause);
        NamedElement shown = NotationServices.routerOf(id).flatMap(drawn::element).filter(NamedElement.class::isInstance)
                .map(NamedElement.class::cast).orElse(null);
        if (written != null && written != clause && shown != null && shown != written) {
            throw new EditRefusedException(Names.withMembers(shown) + " has this from " + Names.label(written)
                    + ": change it there, where it holds for all");
        }
    }

    private static RouterBody body(EObject clause) {
        for (EObject at = clause; at != null; at = at.eContainer()) {
            if (at instanceof RouterBody body) {
                return body;
            }
        }
        return null;
    }
}
