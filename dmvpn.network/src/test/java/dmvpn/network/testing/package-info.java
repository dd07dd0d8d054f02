/** Networks for tests, also for those of other bundles. */
package dmvpn.network.testing;
