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

    /** The proposals of a message in their order. */
    static List<ChildProposal> of(IkePacket message) {
        List<Proposal> proposals = message.payload(IkePayload.SecurityAssociation.class)
                .map(IkePayload.SecurityAssociation::proposals).orElse(List.of());
        List<ChildProposal> found = new ArrayList<>();
        for (Proposal proposal : proposals) {
            if (proposal instanceof Proposal.ForChild esp) {
                found.add(new ChildProposal(esp.number(), esp.spi(), esp.suite(), header(proposals, esp.number())));
            } else if (proposal instanceof Proposal.ForHeader header && !hasEsp(proposals, header.number())) {
                found.add(new ChildProposal(header.number(), header.spi(), new EspSuite(EncryptionAlgorithm.NONE, Optional.empty(),
                        header.diffieHellmanGroup()), Optional.of(header.integrity())));
            }
        }
        return found;
    }

    private static Optional<HashAlgorithm> header(List<Proposal> proposals, int number) {
        return proposals.stream().filter(proposal -> proposal.number() == number).filter(Proposal.ForHeader.class::isInstance)
                .map(header -> ((Proposal.ForHeader) header).integrity()).findFirst();
    }

    private static boolean hasEsp(List<Proposal> proposals, int number) {
        return proposals.stream().anyMatch(proposal -> proposal.number() == number && proposal instanceof Proposal.ForChild);
    }
}
