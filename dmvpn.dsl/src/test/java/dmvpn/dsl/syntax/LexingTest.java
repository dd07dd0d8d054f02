package dmvpn.dsl.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.dsl.model.SpokeDeclaration;
import dmvpn.dsl.parser.antlr.internal.InternalDmvpnLexer;
import dmvpn.dsl.resource.DmvpnResource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lexer by itself: what an engineer writes as one word is one token, and prints back as it was written. */
class LexingTest {

    private static List<Token> tokens(String text) {
        ModelLexer lexer = new ModelLexer(new ANTLRStringStream(text));
        List<Token> tokens = new ArrayList<>();
        for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
            tokens.add(token);
        }
        return tokens;
    }

    private static List<String> texts(String text) {
        return tokens(text).stream().filter(token -> token.getType() != InternalDmvpnLexer.RULE_WS).map(Token::getText).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "10.0.0.1/24", "0.0.0.0/0", "10.100.{n}.0/24", "10.255.0.{10+n}", "10.{n/256}.{n%256}.0/24",
        "10.1.{ n + 1 }.0/24", "{n}.0.0.0/8", "{10+n}", "{ n + 1 }.0.0.0/8", "{(n+1)*2}:{n}::/32", "{n}-{n}.0.0/16", "{10*n}Mbps",
        "::1", "::", "::/0", "2001:db8::1", "2001:db8::/32", "2001:db8:{n}::/64", "64:ff9b::10.0.0.1",
        "1..200", "7", "0", "0.1%", "100%", "20ms", "30s", "10min", "24h", "1h30m", "0.5s", "100Mbps", "1.5Gbps", "1500", "3des",
        "4294967295", "0/0/0.123"})
    void aValueThatStartsWithADigitOrColonIsOneNumberToken(String value) {
        List<Token> tokens = tokens(value);

        assertThat(tokens).hasSize(1);
        assertThat(tokens.getFirst().getType()).isEqualTo(InternalDmvpnLexer.RULE_NUMBER);
        assertThat(tokens.getFirst().getText()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fd00::1", "fe80::1", "dead:beef::1", "dead:beef::add", "add::dead", "fd00:{n}::1/64", "hub::1", "lan:1",
        "Gi0/0/0", "e0/0", "HQ-1", "aes-gcm-256", "site-{n}", "a_b", "^hub", "hubs2", "latency-max", "v2"})
    void aWordThatStartsWithALetterIsOneWordTokenEvenWhenAKeywordIsInIt(String word) {
        List<Token> tokens = tokens(word);

        assertThat(tokens).hasSize(1);
        assertThat(tokens.getFirst().getType()).isEqualTo(InternalDmvpnLexer.RULE_WORD);
        assertThat(tokens.getFirst().getText()).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Gi0/0/0.123|Gi0/0/0 . 123", "Branch[1].lan|Branch [ 1 ] . lan", "HQ1.lan|HQ1 . lan", "hub HQ1{|hub HQ1 {",
        "Branch[1..200]{|Branch [ 1..200 ] {", "a,b|a , b", "10.0.0.1,10.0.0.2|10.0.0.1 , 10.0.0.2", "HQ1;HQ2|HQ1 HQ2"})
    void punctuationEndsAToken(String text, String expected) {
        assertThat(String.join(" ", texts(text).stream().map(t -> t.replace(";", "")).filter(t -> !t.isEmpty()).toList()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{}", "{ }", "{network-id 7}", "{ n", "{n\n}", "{n mtu}", "{7", "{+}", "{hubs}", "{{n}}"})
    void aBraceBeforeAnythingButAnExpressionIsABraceOfItsOwn(String text) {
        assertThat(texts(text).getFirst()).isEqualTo("{");
    }

    @Test
    void aBlockBraceDirectlyBehindANameIsABraceOfItsOwn() {
        assertThat(texts("spoke B1{lan 10.0.0.0/24}")).containsExactly("spoke", "B1", "{", "lan", "10.0.0.0/24", "}");
    }

    @Test
    void rawLinesSurviveExclamationMarksQuotesSlashesAndBraces() {
        String raw = "<<<\n! it's a \"quote\" // no comment /* nor this */\nbanner motd ^C { } ^C\n>>";

        assertThat(texts(raw + ">")).containsExactly(raw + ">");
    }

    @Test
    void aTextEndsWithItsLineEvenWithoutItsClosingQuote() {
        assertThat(texts("authentication \"open\nphase 3")).contains("phase", "3");
    }

    @Test
    void aByteOrderMarkIsWhitespace() {
        assertThat(Models.findings("\uFEFF" + Models.SOUND)).isEmpty();
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void randomValuesAreOneTokenAndPrintBackAsWritten(long seed) {
        String value = randomValue(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));

        assertThat(tokens(value)).as("seed %d, value %s", seed, value).hasSize(1);
        DmvpnResource resource = Models.resource("spoke A { lan " + value + " }");
        SpokeDeclaration spoke = (SpokeDeclaration) resource.model().getElements().getFirst();
        assertThat(spoke.getLans().getFirst().getPrefix()).as("seed %d", seed).isEqualTo(value);
        assertThat(resource.getSerializer().serialize(resource.model())).as("seed %d", seed)
                .isEqualTo("spoke A { lan " + value + " }");
    }

    private static String randomValue(RandomGenerator random) {
        return switch (random.nextInt(10)) {
            case 0 -> octets(random);
            case 1 -> octets(random) + "/" + random.nextInt(33);
            case 9 -> "{" + random.nextInt(200) + "+n}." + random.nextInt(256) + ".0.0/16";
            case 2 -> "10." + random.nextInt(256) + ".{" + random.nextInt(300) + "+n}.0/24";
            case 3 -> hex(random) + ":" + hex(random) + "::" + hex(random) + "/" + random.nextInt(129);
            case 4 -> "::" + hex(random);
            case 5 -> random.nextInt(100_000) + List.of("ms", "s", "min", "h", "us").get(random.nextInt(5));
            case 6 -> random.nextInt(1, 1000) + "." + random.nextInt(10) + List.of("Mbps", "kbps", "Gbps", "%").get(random.nextInt(4));
            case 7 -> random.nextInt(100) + ".." + random.nextInt(100, 1000);
            default -> List.of("Gi", "Te", "e", "ge-").get(random.nextInt(4)) + random.nextInt(10) + "/" + random.nextInt(10);
        };
    }

    private static String octets(RandomGenerator random) {
        return random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256);
    }

    private static String hex(RandomGenerator random) {
        return random.nextInt(8) == 0 ? List.of("dead", "add", "beef", "fade").get(random.nextInt(4))
                : Integer.toHexString(random.nextInt(65_536));
    }
}
