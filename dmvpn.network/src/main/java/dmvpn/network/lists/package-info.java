/** Immutable lists that make their elements when somebody asks: for families of thousands of routers. */
package dmvpn.network.lists;
