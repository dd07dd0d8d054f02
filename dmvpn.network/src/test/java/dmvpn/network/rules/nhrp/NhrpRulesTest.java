package dmvpn.network.rules.nhrp;

import static dmvpn.network.rules.RuleCheck.check;
import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.testing.NetworkBuilder;
import org.junit.jupiter.api.Test;

class NhrpRulesTest {

    private final NetworkBuilder network = NetworkBuilder.phase3();

    @Test
    void anotherPasswordIsNamedWithoutShowingIt() {
        network.device("Branch2").tunnel().authentication("SECRET2");

        assertThat(check(new OnePasswordPerCloud(), network)).containsExactly(
                "Branch2 | Branch2 has another NHRP password than the other members in cloud Corp: use the password of HQ1");
    }

    @Test
    void aPasswordOnOneSideOnly() {
        network.device("Branch2").tunnel().authentication(null);

        assertThat(check(new OnePasswordPerCloud(), network)).singleElement().asString()
                .contains("Branch2 has no NHRP password, unlike the other members,");
    }

    @Test
    void noPasswordAtAllIsFine() {
        network.devices().forEach(device -> device.tunnel().authentication(null));

        assertThat(check(new OnePasswordPerCloud(), network)).isEmpty();
    }

    @Test
    void aPasswordOfNineCharacters() {
        network.device("HQ1").tunnel().authentication("123456789");

        assertThat(check(new PasswordLength(), network)).containsExactly(
                "HQ1 | The NHRP password of HQ1 in cloud Corp has 9 characters: use 1 to 8");
    }

    @Test
    void anEmptyPassword() {
        network.device("HQ1").tunnel().authentication("");

        assertThat(check(new PasswordLength(), network)).hasSize(1);
    }

    @Test
    void aPasswordOfEightCharactersIsFine() {
        network.device("HQ1").tunnel().authentication("12345678");

        assertThat(check(new PasswordLength(), network)).isEmpty();
    }

    @Test
    void aSpokeWithoutServer() {
        network.device("Branch2").tunnel().noServers();

        assertThat(check(new SpokeHasServer(), network)).containsExactly(
                "Branch2 | Spoke Branch2 does not register with any hub of cloud Corp: name its hub");
    }

    @Test
    void aHubNeedsNoServer() {
        assertThat(check(new SpokeHasServer(), network)).isEmpty();
    }

    @Test
    void aServerThatIsNoMember() {
        network.device("Branch2").tunnel().noServers().addServer("HQ9", "10.255.0.9", "203.0.113.9", true);

        assertThat(check(new ServerIsMember(), network)).singleElement().asString().contains(
                "Next-hop server 10.255.0.9 of Branch2 is not a member of the cloud:"
                        + " use the tunnel address of a hub of cloud Corp");
    }

    @Test
    void aRouterThatRegistersWithItself() {
        network.device("Branch2").tunnel().noServers().addServer("Branch2", "10.255.0.12", "203.0.113.1", true);

        assertThat(check(new ServerIsMember(), network)).singleElement().asString().contains("is the router itself");
    }

    @Test
    void aServerWithPointToPointTunnelCannotAnswer() {
        network.device("Branch1").tunnel().pointToPoint("203.0.113.1");
        network.device("Branch2").tunnel().noServers().addServer("Branch1", "10.255.0.11", "198.18.0.1", true);

        assertThat(check(new ServerIsMember(), network)).singleElement().asString()
                .contains("is Branch1, whose tunnel is point-to-point");
    }

    @Test
    void anotherMultipointMemberAnswersWhateverItsRole() {
        network.device("Branch2").tunnel().noServers().addServer("Branch1", "10.255.0.11", "198.18.0.1", true);

        assertThat(check(new ServerIsMember(), network)).isEmpty();
    }

    @Test
    void aServerUnderTheWrongNbmaAddress() {
        network.device("Branch2").tunnel().noServers().addServer("HQ1", "10.255.0.1", "203.0.113.7", true);

        assertThat(check(new ServerMapping(), network)).singleElement().asString().contains(
                "Branch2 maps 10.255.0.1 to NBMA address 203.0.113.7 but HQ1 is at 203.0.113.1: use 203.0.113.1");
    }

    @Test
    void aServerUnderItsNbmaAddressIsFine() {
        assertThat(check(new ServerMapping(), network)).isEmpty();
    }

    @Test
    void eigrpWithoutMulticastToTheHub() {
        network.device("Branch2").tunnel().noServers().addServer("HQ1", "10.255.0.1", "203.0.113.1", false);

        assertThat(check(new MulticastToServer(), network)).singleElement().asString()
                .contains("Branch2 runs EIGRP but sends no multicast to HQ1");
    }

    @Test
    void withoutEigrpNoMulticastIsNeeded() {
        network.device("Branch2").eigrp().off();
        network.device("Branch2").tunnel().noServers().addServer("HQ1", "10.255.0.1", "203.0.113.1", false);

        assertThat(check(new MulticastToServer(), network)).isEmpty();
    }

    @Test
    void eigrpWithoutMulticastToTheSpokes() {
        network.device("HQ1").tunnel().dynamicMulticast(false);

        assertThat(check(new MulticastToClients(), network)).containsExactly(
                "HQ1 | Hub HQ1 runs EIGRP on Tunnel100 but sends no multicast to registered spokes:"
                        + " let it map multicast dynamically");
    }

    @Test
    void dynamicMulticastOnTheHubIsFine() {
        assertThat(check(new MulticastToClients(), network)).isEmpty();
    }

    @Test
    void uniqueRegistrationWithLeasedAddress() {
        network.device("Branch2").tunnel().unique(true);

        assertThat(check(new DynamicAddressIsNotUnique(), network)).containsExactly(
                "Branch2 | A new WAN address locks Branch2 out of cloud Corp for up to 600 s: register with no-unique");
    }

    @Test
    void uniqueRegistrationWithFixedAddressIsFine() {
        network.device("Branch2").wan("198.51.100.12/24", "198.51.100.254").tunnel().unique(true);

        assertThat(check(new DynamicAddressIsNotUnique(), network)).isEmpty();
    }

    @Test
    void registrationThatComesTooLate() {
        network.device("Branch2").tunnel().timers(300, 300);

        assertThat(check(new RegistrationBeforeExpiry(), network)).containsExactly(
                "Branch2 | Branch2 registers each 300 s but its mapping expires after 300 s: register each 100 s");
        assertThat(check(new RegistrationSurvivesLoss(), network)).as("one finding is enough").isEmpty();
    }

    @Test
    void registrationThatMustNotBeLost() {
        network.device("Branch2").tunnel().timers(300, 151);

        assertThat(check(new RegistrationBeforeExpiry(), network)).isEmpty();
        assertThat(check(new RegistrationSurvivesLoss(), network)).singleElement().asString()
                .contains("One lost registration expires the mapping of Branch2")
                .contains("register each 100 s");
    }

    @Test
    void registrationAtHalfOfTheHoldingTimeIsFine() {
        network.device("Branch2").tunnel().timers(300, 150);

        assertThat(check(new RegistrationSurvivesLoss(), network)).isEmpty();
    }

    @Test
    void aHubThatRegistersWithNobodyHasNoRegistrationInterval() {
        network.device("HQ1").tunnel().timers(100, 200);

        assertThat(check(new RegistrationBeforeExpiry(), network)).isEmpty();
    }

    @Test
    void aHoldingTimeOfTwoHours() {
        network.device("Branch2").tunnel().timers(7200, 2400);

        assertThat(check(new HoldingTimeNotTooLong(), network)).containsExactly(
                "Branch2 | A stale mapping of Branch2 lives up to 7200 s: use a holding time of at most 600 s");
    }

    /** Its mapping is in the configuration of the others and no holding time ends it. */
    @Test
    void theHoldingTimeOfAHubThatRegistersNowhereIsNobodysBusiness() {
        network.device("HQ1").tunnel().timers(7200, 2400);

        assertThat(check(new HoldingTimeNotTooLong(), network)).isEmpty();
    }

    @Test
    void aHoldingTimeOfTenMinutesIsFine() {
        assertThat(check(new HoldingTimeNotTooLong(), network)).isEmpty();
    }
}
