package dmvpn.sim.ipsec;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.crypto.IpsecOptions;
import dmvpn.network.crypto.IpsecProfile;
import dmvpn.network.origin.Origin;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** {@code responder-only} of an IPsec profile of Cisco IOS: key exchanges are answered, none is started. */
class ResponderOnlyTest {

    private final CryptoLab lab = new CryptoLab();

    private static IpsecProfile respondingOnly(IpsecProfile profile) {
        return Profiles.withOptions(profile, new IpsecOptions(false, Optional.empty(), OptionalLong.empty(),
                OptionalInt.empty(), OptionalInt.empty(), true, Origin.NONE));
    }

    @Test
    void aResponderStartsNothing() {
        LabRouter hub = lab.router("203.0.113.1", respondingOnly(Profiles.usual()));
        LabRouter spoke = lab.router("198.51.100.11", Profiles.usual());

        hub.open(spoke);
        lab.runUntilMillis(60_000);

        assertThat(lab.ikeMessages()).isEmpty();
        assertThat(lab.story(hub)).containsExactly(
                "0 key exchange not started (this router only responds: the peer has to start)");
    }

    @Test
    void aResponderAnswers() {
        LabRouter hub = lab.router("203.0.113.1", respondingOnly(Profiles.usual()));
        LabRouter spoke = lab.router("198.51.100.11", Profiles.usual());

        spoke.open(hub);
        lab.runUntilMillis(1_000);

        assertThat(spoke.socketChanges()).containsExactly("40 up 203.0.113.1");
    }

    /** Although it was installed 10 ms earlier at the responder, the initiator rekeys. */
    @Test
    void onlyTheOtherEndRekeys() {
        IpsecProfile profile = Profiles.withLifetimes(900, 600, OptionalInt.empty());
        LabRouter hub = lab.router("203.0.113.1", respondingOnly(profile));
        LabRouter spoke = lab.router("198.51.100.11", profile);

        spoke.open(hub);
        lab.runUntilMillis(900_000);

        assertThat(lab.story(spoke)).contains("570040 CREATE_CHILD_SA request sent", "870040 CREATE_CHILD_SA request sent");
        assertThat(lab.story(hub)).noneMatch(line -> line.endsWith("CREATE_CHILD_SA request sent"));
        assertThat(spoke.socketChanges()).hasSize(1);
    }
}
