package dmvpn.dsl.ide.semantic;

import java.util.Arrays;
import java.util.List;

/** What a token means; the names are those that the protocol gives and themes colour. */
public enum TokenType {
    /** A word of the language. */
    KEYWORD("keyword"),
    /** A comment. */
    COMMENT("comment"),
    /** A text in quotes. */
    STRING("string"),
    /** An address, a number, a time, a rate. */
    NUMBER("number"),
    /** One of the words that a setting can be, such as a cipher or a mode. */
    ENUM_MEMBER("enumMember"),
    /** The number of a family's member. */
    PARAMETER("parameter"),
    /** Vendor lines. */
    MACRO("macro"),
    /** A network or cloud. */
    NAMESPACE("namespace"),
    /** A transport. */
    INTERFACE("interface"),
    /** Crypto settings, or a fragment that routers share. */
    STRUCT("struct"),
    /** A router, a family of them, or a host. */
    CLASS("class"),
    /** A scenario. */
    EVENT("event"),
    /** A policy, or something that a scenario does under a name. */
    FUNCTION("function"),
    /** Any other name, such as that of a VRF. */
    VARIABLE("variable");

    private final String protocolName;

    TokenType(String protocolName) {
        this.protocolName = protocolName;
    }

    /** The names in the order of their numbers. */
    public static List<String> legend() {
        return Arrays.stream(values()).map(type -> type.protocolName).toList();
    }
}
