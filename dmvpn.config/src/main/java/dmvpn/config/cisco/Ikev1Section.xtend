package dmvpn.config.cisco

import dmvpn.network.address.IpAddress
import dmvpn.network.address.Ipv6Address
import dmvpn.network.crypto.IkeProposal
import dmvpn.network.crypto.IkeVersion
import dmvpn.network.crypto.IpsecProfile

/**
 * IKEv1. A key of the global table is not found by an exchange in a front-door VRF, so such a profile gets a keyring and an
 * ISAKMP profile of its own; so does one that starts in aggressive mode, which only an ISAKMP profile can say.
 */
final class Ikev1Section implements Section {

	static val POLICY_STEP = 10

	override write(CiscoContext context) {
		var number = 0
		for (profile : context.device.crypto.profiles.filter[ike.version == IkeVersion.IKEV1]) {
			for (ike : profile.ikeProposals) {
				number += POLICY_STEP
				context.writePolicy(profile, ike, number)
			}
			if (needsProfile(profile)) {
				context.writeProfile(profile)
			} else {
				context.writeGlobalKeys(profile)
			}
			context.writeNatKeepalive(profile)
		}
	}

	/** True for a profile that the IPsec profile must name. */
	def static needsProfile(IpsecProfile profile) {
		profile.ike.version == IkeVersion.IKEV1 && (profile.frontDoorVrf.present || profile.options.aggressiveMode)
	}

	private def writePolicy(CiscoContext context, IpsecProfile profile, IkeProposal ike, int number) {
		if (ike.encryption.aead) {
			context.note("IKEv1 on IOS has no " + ike.encryption.keyword + ": the policy of crypto " + profile.name
				+ " has aes " + ike.encryption.keyBits + " instead")
		}
		context.block(ike.origin, '''
			crypto isakmp policy «number»
			 encryption «CiscoText.isakmpEncryption(ike.encryption)»
			 hash «CiscoText.isakmpHash(ike.integrity.orElse(ike.pseudoRandomFunction))»
			 authentication «PeerKeys.method(profile)»
			 group «ike.diffieHellmanGroup»
			 lifetime «ike.lifetime.toSeconds»
		''')
	}

	private def writeGlobalKeys(CiscoContext context, IpsecProfile profile) {
		for (key : PeerKeys.of(context.device, profile)) {
			context.lines(key.secret.origin, '''
				crypto isakmp key «context.valueOf(key.secret)» address «key.addressText»
			''')
		}
		context.lines(profile.origin, '''
			«IF profile.deadPeerDetection.present»
				crypto isakmp keepalive «DeadPeerDetectionText.global(profile.deadPeerDetection.get)»
			«ENDIF»
		''')
	}

	private def writeProfile(CiscoContext context, IpsecProfile profile) {
		val vrf = profile.frontDoorVrf.map[" vrf " + it].orElse("")
		val keys = PeerKeys.of(context.device, profile)
		if (!keys.empty) {
			context.block(profile.origin, '''
				crypto keyring «profile.name»«vrf»
				«FOR key : keys»
					«" "»pre-shared-key address «key.addressAndMaskText» key «context.valueOf(key.secret)»
				«ENDFOR»
			''')
		}
		context.block(profile.origin, '''
			crypto isakmp profile «profile.name»
			«IF keys.empty»
				«" "»ca trust-point «PeerKeys.certificates(profile).get.trustpoint»
			«ELSE»
				«" "»keyring «profile.name»
			«ENDIF»
			«FOR any : PeerKeys.anybody(context.device, profile)»
				«" "»match identity address «any.anyIdentity(profile)»
			«ENDFOR»
			«IF profile.deadPeerDetection.present»
				«" "»keepalive «DeadPeerDetectionText.inProfile(profile.deadPeerDetection.get)»
			«ENDIF»
			«IF profile.options.aggressiveMode»
				«" "»initiate mode aggressive
			«ENDIF»
		''')
	}

	/** Of an IPv6 identity the command takes no VRF: the profile is bound to one by its keyring. */
	private def anyIdentity(IpAddress any, IpsecProfile profile) {
		if (any instanceof Ipv6Address) "ipv6 ::/0" else "0.0.0.0" + profile.frontDoorVrf.map[" " + it].orElse("")
	}

	private def writeNatKeepalive(CiscoContext context, IpsecProfile profile) {
		val seconds = profile.options.natKeepaliveSeconds
		if (seconds.present) {
			context.lines(profile.options.origin, '''
				crypto isakmp nat keepalive «seconds.asInt»
			''')
		}
	}
}
