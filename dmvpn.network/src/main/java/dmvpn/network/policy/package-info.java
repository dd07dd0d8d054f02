/** Route policies: which routes may pass, and what they carry on. */
package dmvpn.network.policy;
