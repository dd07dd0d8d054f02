package dmvpn.dsl.naming;

import dmvpn.dsl.model.NamedElement;
import dmvpn.dsl.model.NetworkDeclaration;
import dmvpn.dsl.model.RouterDeclaration;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.naming.IQualifiedNameProvider;
import org.eclipse.xtext.naming.QualifiedName;

/** The name of each element of the list; null for all else and for what has no name yet. It never throws. */
public class DmvpnNameProvider extends IQualifiedNameProvider.AbstractImpl {

    @Override
    public QualifiedName getFullyQualifiedName(EObject object) {
        String name = switch (object) {
            case RouterDeclaration router when router.getName() != null && isException(router) ->
                    dmvpn.dsl.names.Names.withMembers(router);
            case NamedElement named -> named.getName();
            case NetworkDeclaration network -> network.getName();
            case null, default -> null;
        };
        return name == null || name.isEmpty() ? null : QualifiedName.create(name);
    }

    /** An exception has brackets with single numbers; the name without brackets is its family's. */
    private static boolean isException(RouterDeclaration router) {
        return !router.getMembers().isEmpty()
                && dmvpn.dsl.names.RouterFamily.ranges(router).stream().noneMatch(range -> range.isSeveral());
    }
}
