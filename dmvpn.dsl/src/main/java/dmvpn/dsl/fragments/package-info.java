/** URI fragments that name elements, such as {@code //spoke:Branch[7]/lan}, so that links to them survive edits. */
package dmvpn.dsl.fragments;
