/** The compiled network: vendor-neutral, immutable, the only thing that simulator, writers and rules read. */
package dmvpn.network;
