package dmvpn.network.device;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a release of Cisco IOS or IOS-XE, in one order. IOS-XE 16 and newer follow IOS 15; IOS-XE 2 and 3 stand where the
 * IOS release is that they are built from: 3.16S is 15.5(3)S, and 2 is 12.2 (Cisco, IOS XE 3S release notes).
 *
 * @param major such as 15, 16 or 17, of IOS-XE 2 and 3 that of IOS
 * @param minor such as 9 of 15.9(3)M, of IOS-XE 2 and 3 that of IOS
 * @param isIosXe whether it is of IOS-XE
 * @param isTechnologyTrain whether it is of a T train, such as 12.4(24)T
 */
public record IosRelease(int major, int minor, boolean isIosXe, boolean isTechnologyTrain) {

    /** A release with a number that is not before any other: texts without a number mean the newest one. */
    private static final IosRelease NEWEST = new IosRelease(Integer.MAX_VALUE, Integer.MAX_VALUE, true, false);

    /** Such as 12.4(24)T, 15.9, 17.12, 03.16.05.S or Amsterdam-17.3.1. */
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,4})(?:\\.(\\d{1,4}))?");
    private static final int FIRST_IOS_XE_WITH_OWN_NUMBERS = 16;
    private static final int OLDEST_IOS_XE = 2;
    private static final int IOS_XE_3 = 3;

    /** The release of a Cisco platform. One without its second number is the newest of its kind. */
    public static IosRelease of(Platform platform) {
        Matcher number = NUMBER.matcher(platform.release());
        if (!number.find()) {
            return NEWEST;
        }
        boolean isTechnologyTrain = platform.release().contains("T");
        int major = Integer.parseInt(number.group(1));
        int minor = number.group(2) == null ? Integer.MAX_VALUE - 1 : Integer.parseInt(number.group(2));
        if (major == IOS_XE_3) {
            return new IosRelease(15, minorOfIos(minor), true, false);
        }
        if (major == OLDEST_IOS_XE) {
            return new IosRelease(12, 2, true, false);
        }
        return new IosRelease(major, minor, major >= FIRST_IOS_XE_WITH_OWN_NUMBERS, isTechnologyTrain);
    }

    /** 3.1S is 15.0(1)S; from there on three releases each are of 15.1, 15.2 and so on: 3.2S to 3.4S, 3.5S to 3.7S. */
    private static int minorOfIos(int minorOfIosXe3) {
        return (minorOfIosXe3 + 1) / 3;
    }

    /** True when the release comes before another one. */
    public boolean isBefore(int otherMajor, int otherMinor) {
        return major < otherMajor || major == otherMajor && minor < otherMinor;
    }
}
