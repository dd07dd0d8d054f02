/** The language of {@code .dmvpn} files: how its editor-independent parts are put together. */
package dmvpn.dsl;
