package dmvpn.diagram.sirius;

import dmvpn.dsl.model.Model;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.validation.Analysis;
import dmvpn.network.rules.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.common.CommonPlugin;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.util.StringInputStream;

/** What the rules of the catalogue find in a model, by the elements that it is found at. */
final class ModelFindings {

    private final Map<EObject, List<Finding>> byElement = new LinkedHashMap<>();

    private ModelFindings() {
    }

    /**
     * Checks a model. Rules read a text, so one that was edited since it was read is written and read beside the file first;
     * so is one that is known by its place in the workspace, since what a project says of rules is found beside a file.
     *
     * @param textIsCurrent true when the file's text says what its model says
     */
    static ModelFindings of(DmvpnResource file, boolean textIsCurrent) {
        ModelFindings found = new ModelFindings();
        URI place = CommonPlugin.resolve(file.getURI());
        Optional<DmvpnResource> checked = textIsCurrent && place.equals(file.getURI()) ? Optional.of(file) : reread(file, place);
        checked.ifPresent(text -> {
            for (Finding finding : Analysis.of(text).findings()) {
                found.add(finding, place(finding, text, file));
            }
        });
        return found;
    }

    /** What the rules find at an element and in what it contains. */
    List<Finding> at(EObject element) {
        return byElement.getOrDefault(element, List.of());
    }

    private void add(Finding finding, EObject place) {
        for (EObject at = place; at != null && (at == place || !(at instanceof Model)); at = at.eContainer()) {
            byElement.computeIfAbsent(at, unseen -> new ArrayList<>()).add(finding);
        }
    }

    private static Optional<DmvpnResource> reread(DmvpnResource file, URI place) {
        IResourceFactory factory = file.getResourceServiceProvider().get(IResourceFactory.class);
        DmvpnResource copy = (DmvpnResource) factory.createResource(place);
        ResourceSetImpl resources = new ResourceSetImpl();
        resources.setURIConverter(file.getResourceSet().getURIConverter());
        resources.getResourceFactoryRegistry().getExtensionToFactoryMap().put(place.fileExtension(), factory);
        resources.getResources().add(copy);
        try {
            copy.load(new StringInputStream(file.getSerializer().serialize(file.model()), "UTF-8"), Map.of());
            return Optional.of(copy);
        } catch (IOException | RuntimeException unwritable) {
            // What cannot be written yet is not checked yet; saving says why.
            return Optional.empty();
        }
    }

    /** The element of the drawn model that stands where something was found; the model itself when that is nowhere. */
    private static EObject place(Finding finding, DmvpnResource checked, DmvpnResource file) {
        return checked.withImports().stream().filter(each -> each.displayName().equals(finding.origin().file())).findFirst()
                .flatMap(each -> elementAt(each, finding.origin().offset()))
                .flatMap(element -> counterpart(element, file)).orElse(file.model());
    }

    private static Optional<EObject> elementAt(DmvpnResource resource, int offset) {
        if (resource.getParseResult() == null) {
            return Optional.empty();
        }
        ILeafNode leaf = NodeModelUtils.findLeafNodeAtOffset(resource.getParseResult().getRootNode(), offset);
        return Optional.ofNullable(leaf == null ? null : NodeModelUtils.findActualSemanticObjectFor(leaf));
    }

    private static Optional<EObject> counterpart(EObject element, DmvpnResource file) {
        Resource from = element.eResource();
        return file.withImports().stream().filter(each -> each == from || isSamePlace(each, from)).findFirst()
                .map(each -> each == from ? element : each.getEObject(from.getURIFragment(element)));
    }

    private static boolean isSamePlace(Resource one, Resource other) {
        return CommonPlugin.resolve(one.getURI()).equals(CommonPlugin.resolve(other.getURI()));
    }
}
