package dmvpn.diagram.sirius;

import dmvpn.diagram.edit.EditRefusedException;
import dmvpn.dsl.model.ModelFactory;
import dmvpn.dsl.model.RouterBody;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.SiteClause;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Where routers stand, changed. A site is what routers say; it is gone when none says it any more. */
public final class SiteEditServices {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

    /** One object, without state, as Sirius makes it. */
    public SiteEditServices() {
    }

    /** Takes a router to the site, or out of any, that a diagram or a frame in it stands for. */
    public EObject dropInto(RouterDeclaration router, EObject place) {
        return WholeEdit.of(router, () -> {
            if (place instanceof SiteClause site) {
                moveToSite(router, site.getSite());
            } else {
                router.getSites().clear();
            }
            return router;
        });
    }

    /** Gives a site another name, at every router that says it. */
    public EObject renameSite(SiteClause site, String name) {
        return WholeEdit.of(site, () -> {
            if (!NAME.matcher(name).matches()) {
                throw new EditRefusedException("'" + name
                        + "' is no name: use letters, digits, '-' and '_', starting with a letter");
            }
            statements(site).forEach(each -> each.setSite(name));
            return site;
        });
    }

    /** Takes a site away; its routers stay, and are nowhere. */
    public EObject dissolveSite(SiteClause site) {
        return WholeEdit.of(site, () -> {
            RouterBody body = (RouterBody) site.eContainer();
            statements(site).forEach(EcoreUtil::remove);
            return body;
        });
    }

    void moveToSite(RouterDeclaration router, String name) {
        SiteClause site = router.getSites().isEmpty() ? ModelFactory.eINSTANCE.createSiteClause() : router.getSites().getFirst();
        site.setSite(name);
        router.getSites().clear();
        router.getSites().add(site);
    }

    /** Those of the same file: another file is changed in its own diagram. */
    private static List<SiteClause> statements(SiteClause site) {
        List<SiteClause> found = new ArrayList<>();
        EcoreUtil.getRootContainer(site).eAllContents().forEachRemaining(each -> {
            if (each instanceof SiteClause other && other.getSite() != null && other.getSite().equals(site.getSite())) {
                found.add(other);
            }
        });
        return found;
    }
}
