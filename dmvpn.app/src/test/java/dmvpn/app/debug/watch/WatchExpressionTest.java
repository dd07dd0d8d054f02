package dmvpn.app.debug.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dmvpn.sim.show.StateTable;
import dmvpn.sim.trace.RecordedEvent;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What expressions over a run mean. */
class WatchExpressionTest {

    /** Two routers, the second one without power, at 12.5 s. */
    private static final WatchScope SCOPE = new WatchScope() {
        @Override
        public List<String> routers() {
            return List.of("HQ", "Branch1");
        }

        @Override
        public Optional<String> router(String name) {
            return name.equals("Branch[1]") ? Optional.of("Branch1") : routers().stream().filter(name::equals).findFirst();
        }

        @Override
        public List<StateTable> tables(String router) {
            return router.equals("Branch1") ? List.of() : List.of(
                    new StateTable("Interfaces", List.of("name", "lineProtocol"), List.of(List.of("Tunnel100", "up"))),
                    new StateTable("NHRP cache", List.of("target", "nbmaAddress", "remainingSeconds"), List.of(
                            List.of("10.255.0.11/32", "198.51.100.11", "590"), List.of("10.2.0.0/16", "198.51.100.12", "60"))),
                    new StateTable("NHRP next-hop servers", List.of("protocolAddress"), List.of()),
                    new StateTable("Topology", List.of("prefix", "uptime", "via", "interface"), List.of(
                            List.of("10.2.0.0/16", "1d02h", "10.255.0.1", "Tunnel100"), List.of("10.2.0.0/16", "00:09:58", "10.255.0.2", "Tunnel100"),
                            List.of("10.3.0.0/16", "2w3d", "10.255.0.1", "Tunnel100"))));
        }

        @Override
        public Optional<RecordedEvent> event() {
            return Optional.empty();
        }

        @Override
        public long timeNanos() {
            return 12_500_000_000L;
        }
    };

    private static String value(String expression) throws WatchException {
        return WatchExpression.parse(expression).evaluate(SCOPE).text();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "HQ.nhrp[10.255.0.11].nbma | 198.51.100.11",
        "HQ.nhrp[10.255.0.11/32].nbmaAddress | 198.51.100.11",
        "HQ.nhrpCache[10.2.0.0/16].remaining | 60",
        "HQ.NHRPCACHE[nbmaAddress=198.51.100.12].target | 10.2.0.0/16",
        "HQ.topology[10.2.0.0/16].via | 10.255.0.1",
        "HQ.topology[10.2.0.0/16, via=10.255.0.2].uptime | 00:09:58",
        "HQ.topology[via=10.255.0.2,interface=Tunnel100].prefix | 10.2.0.0/16",
        "HQ.topology[10.3.0.0/16, via=10.255.0.2] | absent",
        "HQ.nhrp.count | 2",
        "HQ.nhrpNextHopServers.count | 0",
        "HQ.nhrp[10.9.9.9] | absent",
        "HQ.nhrp[10.9.9.9].nbma | absent",
        "Branch1.nhrp[10.9.9.9].nbma | absent",
        "Branch1 | Branch1, without power",
        "Branch[1] | Branch1, without power",
        "time | 12.500",
        "event | absent",
        "event.message | absent",
        "word | word",
    })
    void aPathLeadsToAValue(String expression, String expected) throws WatchException {
        assertThat(value(expression)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "HQ.nhrp[10.255.0.11].nbma == 198.51.100.11 | true",
        "HQ.nhrp[10.2.0.0/16].remaining < 100 | true",
        "HQ.nhrp[10.255.0.11].remaining < 100 | false",
        "HQ.nhrp[10.255.0.11].remaining == 9.5min | false",
        "HQ.nhrp[10.255.0.11].remaining > 9.5min | true",
        "HQ.interfaces[Tunnel100].lineProtocol == up | true",
        "HQ.interfaces[Tunnel100].lineProtocol != up | false",
        "HQ.nhrp[10.9.9.9].nbma == absent | true",
        "HQ.nhrp[10.9.9.9].nbma != 10.0.0.1 | true",
        "HQ.nhrp[10.9.9.9].remaining < 100 | false",
        "exists HQ.nhrp[10.255.0.11] | true",
        "not exists HQ.nhrp[10.255.0.11] | false",
        "time > 12s and time < 13 | true",
        "time > 13s or HQ.nhrp.count == 2 and not Branch1.nhrp | true",
        "(time > 13s or HQ.nhrp.count == 2) and Branch1.nhrp | false",
        "HQ.topology[10.2.0.0/16, via=10.255.0.2].uptime < 10min | true",
        "HQ.topology[10.2.0.0/16, via=10.255.0.2].uptime > 00:10:00 | false",
        "HQ.topology[10.2.0.0/16].uptime > 9h | true",
        "HQ.topology[10.2.0.0/16].uptime > 02:00:00 | true",
        "HQ.topology[10.3.0.0/16].uptime == 17d | true",
        "HQ.nhrp[10.2.0.0/16].nbma contains \"51.100\" | true",
    })
    void comparisonsAreOfNumbersAndTimesWhereBothSidesAreAndAbsentEqualsNothingElse(String expression, String expected) throws WatchException {
        assertThat(value(expression)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "HX.nhrp | 0 | 'HX' is no router; there are HQ, Branch1, and 'event' and 'time'",
        "HQ.nhrq | 3 | 'nhrq' is no table of HQ; it has interfaces, nhrpCache, nhrpNextHopServers, topology",
        "HQ.nhrp[10.2.0.0/16].foo | 21 | 'foo' is no column of NHRP cache; it has target, nbmaAddress, remainingSeconds",
        "HQ.nhrp[10.2.0.0/16 | 7 | a ] is missing",
        "HQ.nhrp[10.2.0.0/16, foo=1] | 7 | 'foo' is no column of NHRP cache; it has target, nbmaAddress, remainingSeconds",
        "HQ.nhrp.foo | 8 | behind a table stands a row's key in brackets, or '.count'",
        "HQ.nhrp.count > | 15 | the expression ends too soon",
        "(time > 3 | 9 | a ) is missing",
        "time 3 | 5 | the expression should end in front of '3'",
        "a + b | 2 | '+' has no meaning here; comparisons are == != <= >= < > and contains",
    })
    void whatMeansNothingSaysWhereAndWhatThereIs(String expression, int column, String message) {
        WatchException failure = catchThrowableOfType(WatchException.class, () -> value(expression));

        assertThat(failure).hasMessage(message);
        assertThat(failure.column()).isEqualTo(column);
    }

    @Test
    void deepNestingIsRefused() {
        assertThatThrownBy(() -> WatchExpression.parse("(".repeat(10_000) + "1")).isInstanceOf(WatchException.class);
        assertThatThrownBy(() -> WatchExpression.parse("not ".repeat(10_000) + "1")).isInstanceOf(WatchException.class);
        assertThatThrownBy(() -> WatchExpression.parse("exists ".repeat(100_000) + "1")).isInstanceOf(WatchException.class);
    }

    @Test
    void anyTextIsReadOrRefused() {
        long seed = 20;
        SplittableRandom random = new SplittableRandom(seed);
        String letters = "HQ.nhrp[10.2]()<>=! and not or exists \"event:time";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(30), 0, letters.length()).forEach(index -> text.append(letters.charAt(index)));
            try {
                value(text.toString());
            } catch (WatchException refused) {
                assertThat(refused.getMessage()).as("seed %d, round %d: %s", seed, round, text).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "H | 0 | HQ",
        "not Br | 4 | Branch1",
        "HQ. | 3 | interfaces,nhrpCache,nhrpNextHopServers,topology",
        "HQ.nhrpC | 3 | nhrpCache",
        "time > 3 and HQ.nhrp[ | 21 | 10.255.0.11],10.2.0.0/16]",
        "HQ.nhrp[10.25 | 8 | 10.255.0.11]",
        "HQ.nhrp[10.2.0.0/16].n | 21 | nbmaAddress",
        "HQ.nhrp. | 8 | count",
        "event.mes | 6 | message",
        "HQ.topology[ | 12 | 10.2.0.0/16, via=10.255.0.1],10.2.0.0/16, via=10.255.0.2],10.3.0.0/16]",
        "Nowhere. | 8 | ''",
    })
    void completionKnowsWhatIsThereNow(String before, int start, String proposals) {
        WatchCompletion completion = WatchCompletion.at(before, SCOPE);

        assertThat(completion.start()).isEqualTo(start);
        assertThat(String.join(",", completion.proposals())).isEqualTo(proposals);
    }

    @Test
    void aTextHasExpressionsInBraces() throws WatchException {
        assertThat(LogText.parse("at {time} s: {HQ.nhrp.count} entries {HX.a}{").of(SCOPE))
                .isEqualTo("at 12.500 s: 2 entries <'HX' is no router; there are HQ, Branch1, and 'event' and 'time'>{");
        assertThatThrownBy(() -> LogText.parse("{time >}")).isInstanceOf(WatchException.class);
    }
}
