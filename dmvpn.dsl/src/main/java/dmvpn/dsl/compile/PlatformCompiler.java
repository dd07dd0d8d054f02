package dmvpn.dsl.compile;

import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.ModelPackage;
import dmvpn.dsl.model.PlatformClause;
import dmvpn.dsl.model.PlatformDeclaration;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Reads platforms. */
final class PlatformCompiler {

    private static final String KNOWN =
            Arrays.stream(Vendor.values()).map(Vendor::keyword).collect(Collectors.joining(" or "));

    private final CompileContext context;
    private final Platform ofModel;

    PlatformCompiler(CompileContext context, Model model) {
        this.context = context;
        Platform platform = Platform.DEFAULT;
        for (EObject element : model.getElements()) {
            if (element instanceof PlatformDeclaration declaration) {
                platform = read(declaration, ModelPackage.Literals.PLATFORM_DECLARATION__VENDOR,
                        declaration.getVendor(), declaration.getRelease()).orElse(platform);
            }
        }
        this.ofModel = platform;
    }

    /** The platform of a router: its own, or that of the model. */
    Platform of(List<PlatformClause> clauses) {
        if (clauses.isEmpty()) {
            return ofModel;
        }
        PlatformClause clause = clauses.getLast();
        return read(clause, ModelPackage.Literals.PLATFORM_CLAUSE__VENDOR, clause.getVendor(), clause.getRelease())
                .orElse(ofModel);
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
        return vendor(owner, feature, name).map(vendor -> new Platform(vendor, release == null ? "" : release));
    }
}
