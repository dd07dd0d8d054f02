/** What a network uses, so that rules about what it does not use need not run. */
package dmvpn.network.rules.features;
