/**
 * A file as a row of parts, one for each element of its list: the unit in which an edit is parsed, linked, checked and
 * compiled again.
 */
package dmvpn.dsl.parts;
