package dmvpn.config.cisco

import dmvpn.network.crypto.EncapsulationMode
import dmvpn.network.crypto.IkeVersion

/** Transform sets and IPsec profiles. */
final class IpsecSection implements Section {

	override write(CiscoContext context) {
		for (profile : context.device.crypto.profiles) {
			val esp = profile.esp
			val integrity = esp.integrity.filter[!esp.encryption.aead].map[" " + CiscoText.espIntegrity(it)].orElse("")
			context.block(profile.origin, '''
				crypto ipsec transform-set «profile.name» «CiscoText.esp(esp.encryption)»«integrity»
				 mode «IF esp.mode == EncapsulationMode.TRANSPORT»transport«ELSE»tunnel«ENDIF»
			''')
			context.block(profile.origin, '''
				crypto ipsec profile «profile.name»
				 set security-association lifetime seconds «profile.lifetime.toSeconds»
				 set transform-set «profile.name»
				«IF profile.perfectForwardSecrecyGroup.present»
					«" "»set pfs group«profile.perfectForwardSecrecyGroup.asInt»
				«ENDIF»
				«IF profile.ike.version == IkeVersion.IKEV2»
					«" "»set ikev2-profile «profile.name»
				«ELSEIF profile.frontDoorVrf.present»
					«" "»set isakmp-profile «profile.name»
				«ENDIF»
			''')
		}
	}
}
