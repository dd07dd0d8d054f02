/** What a router does with packets besides looking up a route: policy routing and the exit to the Internet. */
package dmvpn.network.forwarding;
