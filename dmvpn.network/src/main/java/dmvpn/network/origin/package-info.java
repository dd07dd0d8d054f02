/** Where a record of the compiled network was written. */
package dmvpn.network.origin;
