package dmvpn.dsl.serializer;

import com.google.inject.Inject;
import dmvpn.dsl.linking.UnresolvedReference;
import dmvpn.dsl.linking.UnresolvedReferences;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.resource.DmvpnResource;
import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.formatting2.regionaccess.ITextRegionAccess;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.resource.SaveOptions;
import org.eclipse.xtext.serializer.impl.Serializer;
import org.eclipse.xtext.util.ReplaceRegion;

/**
 * Prints models. Of one that was parsed, everything that nobody has changed comes back as it was written: see {@link KeptText}.
 *
 * <p>A name that means nothing is no obstacle: its reference is empty in the model and the name stands in the text alone, so
 * while the model is printed a stand-in carries the name. Until the printing ends, the model has these stand-ins: who prints
 * it must be alone with it, as who edits it must, and no other thread may read it meanwhile.
 */
public class ModelSerializer extends Serializer {

    @Inject
    private IParser parser;

    /** Prints while the stand-ins are there. */
    @FunctionalInterface
    private interface Printing<T> {
        T print() throws IOException;
    }

    @Override
    public String serialize(EObject object) {
        return serialize(object, SaveOptions.defaultOptions());
    }

    @Override
    public String serialize(EObject object, SaveOptions options) {
        return withWrittenNames(object, () -> keepsText(object, options) ? kept(object, options) : super.serialize(object, options));
    }

    @Override
    public void serialize(EObject object, Writer writer, SaveOptions options) throws IOException {
        writer.write(serialize(object, options));
        // Who saves a resource hands over a writer that buffers, and does not look at it again.
        writer.flush();
    }

    /** A whole model whose text is known keeps it, unless it is to be formatted. */
    private static boolean keepsText(EObject object, SaveOptions options) {
        return object instanceof Model && object.eContainer() == null && !options.isFormatting()
                && object.eResource() instanceof DmvpnResource resource && resource.getParseResult() != null
                && resource.getParseResult().getRootASTElement() == object;
    }

    private String kept(EObject model, SaveOptions options) {
        ICompositeNode root = ((DmvpnResource) model.eResource()).getParseResult().getRootNode();
        EObject asWritten = parser.parse(new StringReader(root.getText())).getRootASTElement();
        return asWritten == null ? super.serialize(model, options)
                : new KeptText(root, asWritten, object -> super.serialize(object, options)).ofModel(model);
    }

    @Override
    public ReplaceRegion serializeReplacement(EObject object, SaveOptions options) {
        return withWrittenNames(object, () -> super.serializeReplacement(object, options));
    }

    @Override
    public ITextRegionAccess serializeToRegions(EObject object) {
        return withWrittenNames(object, () -> super.serializeToRegions(object));
    }

    private static <T> T withWrittenNames(EObject object, Printing<T> printing) {
        List<UnresolvedReference> standIns = fill(object);
        try {
            return printing.print();
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException("Printing into memory failed", impossible);
        } finally {
            standIns.forEach(reference -> set(reference, null));
        }
    }

    /** Sets a stand-in wherever a name means nothing and nobody has set a target since. */
    private static List<UnresolvedReference> fill(EObject object) {
        List<UnresolvedReference> filled = new ArrayList<>();
        if (object.eResource() instanceof DmvpnResource resource) {
            for (UnresolvedReference reference : UnresolvedReferences.withoutTarget(resource)) {
                if (reference.source().eGet(reference.reference()) == null) {
                    set(reference, standIn(reference));
                    filled.add(reference);
                }
            }
        }
        return filled;
    }

    private static EObject standIn(UnresolvedReference reference) {
        EClass wanted = reference.reference().getEReferenceType();
        EClass made = StandIns.classFor(wanted);
        EObject standIn = made.getEPackage().getEFactoryInstance().create(made);
        EStructuralFeature name = made.getEStructuralFeature("name");
        standIn.eSet(name, reference.name());
        return standIn;
    }

    /** Nobody is told, since nothing of the model changes. */
    private static void set(UnresolvedReference reference, EObject target) {
        boolean deliver = reference.source().eDeliver();
        reference.source().eSetDeliver(false);
        reference.source().eSet(reference.reference(), target);
        reference.source().eSetDeliver(deliver);
    }
}
