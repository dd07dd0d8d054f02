/** Editor-independent language services. */
package dmvpn.dsl.ide;
