package dmvpn.dsl.ide.semantic;

/**
 * A token that means something.
 *
 * @param offset characters before it
 * @param length its characters
 * @param type what it means
 * @param declaration true where a name is declared
 */
record SemanticToken(int offset, int length, TokenType type, boolean declaration) {
}
