/** One router: interfaces, VRFs, platform and what belongs to them. */
package dmvpn.network.device;
