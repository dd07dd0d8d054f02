package dmvpn.config.cisco

import dmvpn.network.crypto.IkeVersion
import dmvpn.network.crypto.IpsecProfile

/**
 * IKEv1 with a pre-shared key for any peer. A key of the global table is not found by an exchange in a front-door VRF, so
 * such a profile gets a keyring and an ISAKMP profile of its own.
 */
final class Ikev1Section implements Section {

	static val POLICY_STEP = 10

	override write(CiscoContext context) {
		val profiles = context.device.crypto.profiles.filter[ike.version == IkeVersion.IKEV1].toList
		profiles.forEach [ profile, index |
			context.writePolicy(profile, (index + 1) * POLICY_STEP)
			if (profile.frontDoorVrf.present) {
				context.writeProfile(profile, profile.frontDoorVrf.get)
			} else {
				context.writeGlobalKey(profile)
			}
		]
	}

	private def writePolicy(CiscoContext context, IpsecProfile profile, int number) {
		val ike = profile.ike
		if (ike.encryption.aead) {
			context.note("IKEv1 on IOS has no " + ike.encryption.keyword + ": the policy of crypto " + profile.name
				+ " has aes " + ike.encryption.keyBits + " instead")
		}
		context.block(profile.origin, '''
			crypto isakmp policy «number»
			 encryption aes «ike.encryption.keyBits»
			 hash «CiscoText.isakmpHash(ike.integrity.orElse(ike.pseudoRandomFunction))»
			 authentication pre-share
			 group «ike.diffieHellmanGroup»
			 lifetime «ike.lifetime.toSeconds»
		''')
	}

	private def writeGlobalKey(CiscoContext context, IpsecProfile profile) {
		context.lines(profile.origin, '''
			crypto isakmp key «context.valueOf(profile.preSharedKey)» address 0.0.0.0
			«IF profile.deadPeerDetection.present»
				crypto isakmp keepalive «DeadPeerDetectionText.global(profile.deadPeerDetection.get)»
			«ENDIF»
		''')
	}

	private def writeProfile(CiscoContext context, IpsecProfile profile, String fvrf) {
		context.block(profile.origin, '''
			crypto keyring «profile.name» vrf «fvrf»
			 pre-shared-key address 0.0.0.0 0.0.0.0 key «context.valueOf(profile.preSharedKey)»
		''')
		context.block(profile.origin, '''
			crypto isakmp profile «profile.name»
			 keyring «profile.name»
			 match identity address 0.0.0.0 «fvrf»
			«IF profile.deadPeerDetection.present»
				«" "»keepalive «DeadPeerDetectionText.inProfile(profile.deadPeerDetection.get)»
			«ENDIF»
		''')
	}
}
