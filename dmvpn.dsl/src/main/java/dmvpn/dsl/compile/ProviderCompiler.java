package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.*;

import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.underlay.EdgeProtocol;
import dmvpn.network.underlay.ProviderHandoff;
import dmvpn.network.underlay.ProviderRouting;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EStructuralFeature;

/** Compiles what a transport says of its provider's routing. */
final class ProviderCompiler {

    private static final long HIGHEST_AUTONOMOUS_SYSTEM = 0xffff_ffffL;
    private static final String PROTOCOLS = "a protocol between provider and customer: expected one of "
            + Arrays.stream(EdgeProtocol.values()).map(EdgeProtocol::keyword).collect(Collectors.joining(", "));
    /** Metric types of OSPF by their numbers, as people write them (RFC 2328 section 2.3). */
    private static final List<String> EXTERNAL_TYPES = List.of("type-1", "type-2");

    private final CompileContext context;

    ProviderCompiler(CompileContext context) {
        this.context = context;
    }

    /** Empty when the transport says nothing of it. */
    Optional<ProviderRouting> compile(TransportDeclaration declaration, ValueReader values) {
        if (declaration.getProviderAs() == null && declaration.getProviderEdgeProtocol() == null
                && declaration.getHandoffProtocol() == null) {
            return Optional.empty();
        }
        ProviderRouting provider = new ProviderRouting(
                values.whole(declaration, TRANSPORT_DECLARATION__PROVIDER_AS, declaration.getProviderAs(), 1,
                        HIGHEST_AUTONOMOUS_SYSTEM).map(OptionalLong::of).orElse(OptionalLong.empty()),
                values.word(declaration, TRANSPORT_DECLARATION__PROVIDER_EDGE_PROTOCOL, declaration.getProviderEdgeProtocol(),
                        PROTOCOLS, EdgeProtocol::of),
                handoff(declaration, values),
                context.origins().ofHeader(declaration, values.label()));
        reportWhatRunsDoOtherwise(declaration, provider, values.label());
        return Optional.of(provider);
    }

    private void reportWhatRunsDoOtherwise(TransportDeclaration declaration, ProviderRouting provider, String label) {
        Optional<EdgeProtocol> protocol = provider.protocolWithCustomers();
        if (protocol.isEmpty()) {
            if (declaration.eIsSet(TRANSPORT_DECLARATION__PROVIDER_AS)) {
                context.report(TextRules.NOT_SIMULATED, "provider-as without pe-ce or ce-handoff has no effect: in a run the "
                        + "provider connects all sites of " + declaration.getName() + " directly", declaration,
                        TRANSPORT_DECLARATION__PROVIDER_AS, label);
            }
        } else if (protocol.get() == EdgeProtocol.OSPF && provider.handoff().isEmpty()) {
            context.report(TextRules.NOT_SIMULATED, "pe-ce ospf tells routes of other sites as external ones of type 2 in a run, not as "
                    + "those of other areas (RFC 4577 section 4.2.6)", declaration, TRANSPORT_DECLARATION__PROVIDER_EDGE_PROTOCOL, label);
        }
    }

    private Optional<ProviderHandoff> handoff(TransportDeclaration declaration, ValueReader values) {
        Optional<EdgeProtocol> protocol = values.word(declaration, TRANSPORT_DECLARATION__HANDOFF_PROTOCOL,
                declaration.getHandoffProtocol(), PROTOCOLS, EdgeProtocol::of);
        Optional<Integer> type = values.word(declaration, TRANSPORT_DECLARATION__EXTERNAL_TYPE, declaration.getExternalType(),
                "a type of external routes: expected type-1 or type-2", ProviderCompiler::externalType);
        if (type.isPresent() && protocol.filter(EdgeProtocol.OSPF::equals).isEmpty()) {
            context.report(TextRules.VALUE, "Only OSPF has types of external routes", declaration,
                    TRANSPORT_DECLARATION__EXTERNAL_TYPE, values.label());
            type = Optional.empty();
        }
        // Routes that come back from BGP are external in OSPF, of type 2 unless told otherwise (RFC 4577 section 4.2.6).
        Optional<Integer> external = protocol.filter(EdgeProtocol.OSPF::equals).isPresent()
                ? type.or(() -> Optional.of(2)) : Optional.empty();
        return protocol.map(found -> new ProviderHandoff(found, external,
                context.origins().of(declaration, TRANSPORT_DECLARATION__HANDOFF_PROTOCOL, values.label())));
    }

    private static Optional<Integer> externalType(String word) {
        int index = EXTERNAL_TYPES.indexOf(word);
        return index < 0 ? Optional.empty() : Optional.of(index + 1);
    }
}
