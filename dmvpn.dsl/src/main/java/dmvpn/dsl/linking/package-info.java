/** Setting references to what their names mean. */
package dmvpn.dsl.linking;
