package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.*;

import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.model.TransportReference;
import dmvpn.dsl.names.Names;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.underlay.Transport;
import dmvpn.network.underlay.TransportKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Compiles transports. */
final class TransportCompiler {

    private static final String KINDS =
            Arrays.stream(TransportKind.values()).map(TransportKind::keyword).collect(Collectors.joining(", "));

    /** Packets; as many as an output queue of IOS takes at most (Cisco, hold-queue command). */
    private static final int LONGEST_QUEUE = 240_000;

    private final CompileContext context;
    private final ProviderCompiler providers;

    TransportCompiler(CompileContext context) {
        this.context = context;
        this.providers = new ProviderCompiler(context);
    }

    Transport compile(TransportDeclaration declaration) {
        String label = Names.label(declaration);
        ValueReader values = ValueReader.of(context, label);
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
                queue(declaration, values),
                reached(declaration, label),
                providers.compile(declaration, values),
                context.origins().ofHeader(declaration, label));
    }

    private static Optional<TransportKind> kind(String keyword) {
        return Arrays.stream(TransportKind.values()).filter(kind -> kind.keyword().equals(keyword)).findFirst();
    }

    private OptionalInt queue(TransportDeclaration declaration, ValueReader values) {
        Optional<Integer> packets = values.integer(declaration, TRANSPORT_DECLARATION__QUEUE, declaration.getQueue(), 1, LONGEST_QUEUE);
        return packets.map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private List<String> reached(TransportDeclaration declaration, String label) {
        List<String> reached = new ArrayList<>();
        for (TransportReference reference : declaration.getReaches()) {
            TransportDeclaration other = reference.getTransport();
            if (other == declaration) {
                context.report(TextRules.WRONG_TARGET, declaration.getName() + " reaches itself anyway", reference,
                        TRANSPORT_REFERENCE__TRANSPORT, label);
            } else if (other != null) {
                context.report(TextRules.NOT_SIMULATED, "reaches is kept but not simulated yet: in the run no packet gets from "
                        + declaration.getName() + " to " + other.getName(), reference, TRANSPORT_REFERENCE__TRANSPORT, label);
                reached.add(other.getName());
            }
        }
        return reached;
    }
}
