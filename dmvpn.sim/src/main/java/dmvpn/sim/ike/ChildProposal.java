package dmvpn.sim.ike;

import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.sim.ike.message.EspSuite;
import dmvpn.sim.ike.message.IkePacket;
import dmvpn.sim.ike.message.IkePayload;
import dmvpn.sim.ike.message.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a message proposes for a child SA under one number: ESP, an Authentication Header, or both.
 *
 * @param number number of the proposals
 * @param spi SPI that the sender receives with
 * @param suite algorithms of ESP, without a cipher when there is none
 * @param header hash of the Authentication Header, empty for none
 */
record ChildProposal(int number, long spi, EspSuite suite, Optional<HashAlgorithm> header) {

    /** The proposals of a message in their order, each alternative of one by itself. */
    static List<ChildProposal> of(IkePacket message) {
        List<Proposal> proposals = message.payload(IkePayload.SecurityAssociation.class).stream()
                .flatMap(sa -> sa.proposals().stream()).flatMap(Proposal::choices).toList();
        List<ChildProposal> found = new ArrayList<>();
        for (Proposal proposal : proposals) {
            if (proposal instanceof Proposal.ForChild esp) {
                found.addAll(of(esp, proposals));
            } else if (proposal instanceof Proposal.ForHeader header && !hasEsp(proposals, header.number())) {
                found.add(new ChildProposal(header.number(), header.spi(), new EspSuite(EncryptionAlgorithm.NONE, Optional.empty(),
                        header.diffieHellmanGroup()), Optional.of(header.integrity())));
            }
        }
        return found;
    }

    private static List<ChildProposal> of(Proposal.ForChild esp, List<Proposal> proposals) {
        List<ChildProposal> withHeader = proposals.stream().filter(Proposal.ForHeader.class::isInstance)
                .map(Proposal.ForHeader.class::cast).filter(header -> header.number() == esp.number())
                .map(header -> new ChildProposal(esp.number(), esp.spi(), esp.suite(), Optional.of(header.integrity())))
                .distinct().toList();
        return withHeader.isEmpty()
                ? List.of(new ChildProposal(esp.number(), esp.spi(), esp.suite(), Optional.empty())) : withHeader;
    }

    private static boolean hasEsp(List<Proposal> proposals, int number) {
        return proposals.stream().anyMatch(proposal -> proposal.number() == number && proposal instanceof Proposal.ForChild);
    }
}
