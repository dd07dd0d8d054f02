package dmvpn.dsl.compile;

import dmvpn.dsl.model.Element;
import dmvpn.dsl.model.ModelPackage;
import dmvpn.dsl.model.PlatformClause;
import dmvpn.dsl.model.PlatformDeclaration;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Reads platforms. */
final class PlatformCompiler {

    private static final String KNOWN =
            Arrays.stream(Vendor.values()).map(Vendor::keyword).collect(Collectors.joining(" or "));

    private final CompileContext context;
    private final Optional<Platform> ofModel;
    private final Optional<Platform> ofAll;
    // Keyed by identity and used for look-ups only: all members of a family share a clause.
    private final Map<PlatformClause, Optional<Platform>> ofClauses = new IdentityHashMap<>();

    private PlatformCompiler(CompileContext context, Optional<Platform> ofModel, Optional<Platform> ofAll) {
        this.context = context;
        this.ofModel = ofModel;
        this.ofAll = ofAll;
    }

    /** The same for what is compiled later, in a context of its own. */
    PlatformCompiler in(CompileContext other) {
        return new PlatformCompiler(other, ofModel, ofAll);
    }

    /** @param ofAll platform of all routers, whatever the model says; empty for what it says */
    PlatformCompiler(CompileContext context, List<Element> elements, Optional<Platform> ofAll) {
        this.context = context;
        this.ofAll = ofAll;
        Optional<Platform> platform = Optional.empty();
        for (Element element : elements) {
            if (element instanceof PlatformDeclaration declaration) {
                Optional<Platform> given = read(declaration, ModelPackage.Literals.PLATFORM_DECLARATION__VENDOR,
                        declaration.getVendor(), declaration.getRelease());
                platform = given.isPresent() ? given : platform;
            }
        }
        this.ofModel = platform;
    }

    /**
     * The platform of a router: that of all, if they have one; its own, or that of the model, or the default of a router that says
     * nothing of it.
     */
    Platform of(RouterPlan plan) {
        List<PlatformClause> clauses = plan.platforms();
        Optional<Platform> own = clauses.isEmpty() ? Optional.empty()
                : ofClauses.computeIfAbsent(clauses.getLast(), clause -> read(clause,
                        ModelPackage.Literals.PLATFORM_CLAUSE__VENDOR, clause.getVendor(), clause.getRelease()));
        return ofAll.or(() -> own).or(() -> ofModel).orElseGet(() ->
                new Platform(Platform.DEFAULT.vendor(), Platform.DEFAULT.release(), plan.origin()));
    }

    /** The vendor of that name, with a finding when there is none. */
    Optional<Vendor> vendor(EObject owner, EStructuralFeature feature, String name) {
        Optional<Vendor> vendor = Arrays.stream(Vendor.values())
                .filter(candidate -> candidate.keyword().equals(name)).findFirst();
        if (vendor.isEmpty() && name != null) {
            context.report(TextRules.PLATFORM, "'" + name + "' is not a known platform: expected " + KNOWN,
                    owner, feature, "platform");
        }
        return vendor;
    }

    private Optional<Platform> read(EObject owner, EStructuralFeature feature, String name, String release) {
        return vendor(owner, feature, name).map(vendor -> new Platform(
                vendor, release == null ? "" : release, context.origins().of(owner, "platform")));
    }
}
