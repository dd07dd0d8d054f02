package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.*;

import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.names.Names;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.underlay.Transport;
import dmvpn.network.underlay.TransportKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Compiles transports. */
final class TransportCompiler {

    private static final String KINDS =
            Arrays.stream(TransportKind.values()).map(TransportKind::keyword).collect(Collectors.joining(", "));

    private final CompileContext context;

    TransportCompiler(CompileContext context) {
        this.context = context;
    }

    Transport compile(TransportDeclaration declaration) {
        String label = Names.label(declaration);
        ValueReader values = ValueReader.of(context, label);
        warnOfProviderSettings(declaration, label);
        return new Transport(
                declaration.getName(),
                values.word(declaration, TRANSPORT_DECLARATION__KIND, declaration.getKind(),
                        "a kind of transport: expected one of " + KINDS, TransportCompiler::kind)
                        .orElse(TransportKind.INTERNET),
                values.duration(declaration, TRANSPORT_DECLARATION__LATENCY, declaration.getLatency())
                        .orElse(Transport.DEFAULT_LATENCY),
                values.duration(declaration, TRANSPORT_DECLARATION__JITTER, declaration.getJitter())
                        .orElse(Duration.ZERO),
                values.percent(declaration, TRANSPORT_DECLARATION__LOSS, declaration.getLoss())
                        .orElse(0.0),
                values.rate(declaration, TRANSPORT_DECLARATION__BANDWIDTH, declaration.getBandwidth())
                        .map(OptionalLong::of).orElse(OptionalLong.empty()),
                values.integer(declaration, TRANSPORT_DECLARATION__MTU, declaration.getMtu(), 576, 9216)
                        .orElse(Transport.DEFAULT_MTU_BYTES),
                values.prefix(declaration, TRANSPORT_DECLARATION__DHCP_POOL, declaration.getDhcpPool()),
                context.origins().ofHeader(declaration, label));
    }

    private static Optional<TransportKind> kind(String keyword) {
        return Arrays.stream(TransportKind.values()).filter(kind -> kind.keyword().equals(keyword)).findFirst();
    }

    private void warnOfProviderSettings(TransportDeclaration declaration, String label) {
        String why = " is kept but not simulated yet: the provider connects all sites of " + declaration.getName() + " directly";
        if (declaration.getProviderAs() != null) {
            context.report(TextRules.NOT_SIMULATED, "provider-as" + why, declaration,
                    TRANSPORT_DECLARATION__PROVIDER_AS, label);
        }
        if (declaration.getProviderEdgeProtocol() != null) {
            context.report(TextRules.NOT_SIMULATED, "pe-ce" + why, declaration,
                    TRANSPORT_DECLARATION__PROVIDER_EDGE_PROTOCOL, label);
        }
        if (declaration.getHandoffProtocol() != null) {
            context.report(TextRules.NOT_SIMULATED, "ce-handoff" + why, declaration,
                    TRANSPORT_DECLARATION__HANDOFF_PROTOCOL, label);
        }
    }
}
